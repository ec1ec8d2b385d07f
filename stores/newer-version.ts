import { create } from 'zustand';
import { BUILD } from '@/lib/core/build';

interface NewerVersion {
  /** The server that answers now is of another build than this page. */
  readonly otherBuild: boolean;
  /** Something came that this page does not understand. */
  readonly unreadable: boolean;
}

/** What tells that this page is older than its server. Written by the SSE provider alone. */
export const useNewerVersion = create<NewerVersion>(() => ({ otherBuild: false, unreadable: false }));

/** Whether a newer version of this page is there. */
export const isThere = ({ otherBuild, unreadable }: NewerVersion): boolean => otherBuild || unreadable;

/** Takes note of the build of the server that answers now; one that does not say is taken for the same. */
export function noteServerBuild(build: string, own = BUILD): void {
  useNewerVersion.setState({ otherBuild: build !== '' && own !== '' && build !== own });
}

/** Takes note of something that this page does not understand. */
export function noteUnreadable(): void {
  useNewerVersion.setState({ unreadable: true });
}
