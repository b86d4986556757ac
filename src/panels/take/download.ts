/** Gives the reader a file, as the browser does with downloads. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Once the browser has taken it up, which it does before the next task.
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** Ms for which a browser that asks the reader first may take to do so. */
const KEPT = 60_000;
