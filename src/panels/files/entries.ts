/** All files in folders that were dropped or picked, called by their paths, which a file of a browser loses on its way to a worker. */
export async function filesOfEntries(entries: readonly FileSystemEntry[]): Promise<File[]> {
  return (await Promise.all(entries.map(filesOf))).flat();
}

/** The same of a folder that was picked. */
export const filesOfFolder = (files: Iterable<File>): File[] =>
  [...files].map((file) => called(file, file.webkitRelativePath || file.name));

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isDirectory) return filesOfEntries(await listOf(entry as FileSystemDirectoryEntry));
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  return [called(file, entry.fullPath.replace(/^\//, ''))];
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

/** A file by another name, of the same bytes. */
const called = (file: File, name: string): File =>
  file.name === name ? file : new File([file], name, { type: file.type, lastModified: file.lastModified });
