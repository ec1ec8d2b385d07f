/** Next calls this once per runtime when a server starts (and for no build). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startServer } = await import('@/lib/server/start-server');
    startServer();
  }
}
