/** Which build this code is of: the same text in its pages, workers and servers. Empty where nothing was built, as in a test. */
export const BUILD = process.env.WATCHROOM_BUILD ?? '';
