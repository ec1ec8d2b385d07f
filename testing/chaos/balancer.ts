import type { App } from '../app';
import { startTcpProxy, type TcpProxy } from '../tcp-proxy';
import type { Dice } from './random';

/** What stands before the instances and sends each request to one that lives. */
export interface Balancer {
  /** Where the next request goes. While none lives: to any, which refuses it. */
  pick(): string;
  /** Takes an instance out while it is ended and started again, and nobody else touches it meanwhile. */
  without(app: App, work: () => Promise<void>): Promise<void>;
  /** Breaks every connection that runs through it. */
  cut(): void;
  stop(): Promise<void>;
}

/** A balancer over these instances, each behind a road of its own that can be cut. */
export async function startBalancer(apps: readonly App[], dice: Dice): Promise<Balancer> {
  const roads: { app: App; proxy: TcpProxy; lives: boolean }[] = [];
  for (const app of apps) roads.push({ app, proxy: await startTcpProxy(Number(new URL(app.url).port)), lives: true });
  return {
    pick() {
      const living = roads.filter(({ lives }) => lives);
      return dice.pick(living.length > 0 ? living : roads).proxy.url;
    },
    async without(app, work) {
      const road = roads.find((one) => one.app === app);
      if (!road) throw new Error('This instance is not behind the balancer.');
      road.lives = false;
      await work();
      road.lives = true;
    },
    cut() {
      for (const { proxy } of roads) proxy.cut();
    },
    async stop() {
      await Promise.all(roads.map(({ proxy }) => proxy.stop()));
    },
  };
}
