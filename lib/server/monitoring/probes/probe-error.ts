/** A look that cannot be made. Its message is a sentence for people and holds no secret. */
export class ProbeError extends Error {}
