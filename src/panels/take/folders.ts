import type { NamedBytes } from '../../formats/layersFiles';

/** All files in folders that were dropped, by their paths. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<NamedBytes[]> {
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<NamedBytes[]> {
  if (entry.isDirectory) return filesIn(await listOf(entry as FileSystemDirectoryEntry));
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  return [{ path: entry.fullPath, bytes: new Uint8Array(await file.arrayBuffer()) }];
}

/** What a folder holds; it is given out in parts, of which the last is empty. */
async function listOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return found;
    found.push(...part);
  }
}
