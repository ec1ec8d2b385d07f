/** Stands in for `server-only` outside of Next, where its guard would throw. */
export {};
