/** What every id of ours looks like: UUIDs and short words. Anything else cannot exist. */
export const ID = /^[0-9A-Za-z-]{1,64}$/;
