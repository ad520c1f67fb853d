/** Hands bytes to the officer as a file. Nothing is sent anywhere: the address is this page's own memory. */

/** `name` is ours, never text from a page. */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Later, because the download has only been requested by now.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
