// Keeps one page of Watchroom for the moment in which the server cannot be reached, and nothing else: no answer of the
// server, no page of a user. That page shows what this tab knew last, with its age.
const SHELF = 'watchroom-offline';
const PAGE = '/offline';
const ASSET = /\/_next\/static\/[^"'\s\\)]+/g;

self.addEventListener('install', (event) => {
  event.waitUntil(keep([]).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

// A page that has loaded names what it is made of; with a new build the page kept for later is fetched anew.
self.addEventListener('message', (event) => {
  const { keep: assets } = event.data ?? {};
  if (Array.isArray(assets)) event.waitUntil(keep(assets.filter((asset) => typeof asset === 'string')).catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => keptPage()));
  else if (request.method === 'GET' && new URL(request.url).pathname.startsWith('/_next/static/')) event.respondWith(fetch(request).catch(() => kept(request)));
});

async function keptPage() {
  const shelf = await caches.open(SHELF);
  return (await shelf.match(PAGE)) ?? Response.error();
}

async function kept(request) {
  const shelf = await caches.open(SHELF);
  return (await shelf.match(request, { ignoreSearch: true })) ?? Response.error();
}

async function keep(assets) {
  const page = await fetch(PAGE, { cache: 'no-store', credentials: 'omit' });
  if (!page.ok) return;
  const shelf = await caches.open(SHELF);
  const [before, html] = await Promise.all([shelf.match(PAGE).then((there) => there?.text()), page.clone().text()]);
  const wanted = new Set([...(html.match(ASSET) ?? []), ...assets].map((asset) => new URL(asset, self.location.origin).href));
  // All of it first, then the page: a page without its parts would be worse than the one before.
  await Promise.all([...wanted].map((url) => shelf.match(url).then((there) => there ?? shelf.add(url))));
  if (html === before) return;
  await shelf.put(PAGE, page);
  // Another build: what belongs to the one before is of no use any more.
  for (const request of await shelf.keys()) {
    if (!wanted.has(request.url) && new URL(request.url).pathname !== PAGE) await shelf.delete(request);
  }
}
