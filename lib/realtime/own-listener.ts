/** Watchroom itself, as whom it listens to its own stream to see that it works. Nobody's screen, so no figure counts it. */
export const OWN_LISTENER_ID = 'watchroom-listener';
