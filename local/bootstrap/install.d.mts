export function needsInstall(projectDir: string, dev: boolean): boolean;
export function install(projectDir: string, dev: boolean): Promise<void>;
