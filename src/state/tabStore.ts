/** Where a tab keeps values that outlive it, for when the browser puts it away and brings it back: IndexedDB, by tab. */

const DATABASE = 'vae-geometry';
const STORE = 'tabs';

/** The name of the tab among all that have the site open; it comes back with the tab. */
const NAME = 'vae-geometry-tab';

/** Ms after which what a tab has kept goes: nobody tells when one is closed for good. */
const LIFE = 3 * 24 * 3600 * 1000;

interface Entry {
  readonly value: unknown;
  /** Ms since 1970. */
  readonly at: number;
}

/**
 * Keeps a value for this tab, in the place of the last.
 * @throws DOMException: QuotaExceededError where there is no room, or what else the browser has against it
 */
export async function writeTab(value: unknown): Promise<void> {
  let name = sessionStorage.getItem(NAME);
  if (name === null) {
    // Not `randomUUID`: pages without https have none.
    name = crypto.getRandomValues(new Uint32Array(4)).join('-');
    sessionStorage.setItem(NAME, name);
  }
  const now = Date.now();
  await within('readwrite', async (store, transaction) => {
    for (const key of await answer(store.getAllKeys())) {
      const entry = (await answer(store.get(key))) as Entry;
      // A clock that was wrong may have set it in the future.
      if (Math.abs(now - entry.at) > LIFE) store.delete(key);
    }
    store.put({ value, at: now } satisfies Entry, name);
    await done(transaction);
  });
}

/** What this tab has kept; null where that is nothing. @throws DOMException where the browser does not give it */
export async function readTab(): Promise<unknown> {
  const name = sessionStorage.getItem(NAME);
  if (name === null) return null;
  const entry = await within('readonly', (store) => answer(store.get(name)) as Promise<Entry | undefined>);
  return entry?.value ?? null;
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answer(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    return await work(transaction.objectStore(STORE), transaction);
  } finally {
    database.close();
  }
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
