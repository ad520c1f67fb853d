/**
 * What a page carries inside itself, where it is one file and may fetch nothing: data blocks in base64, which no
 * browser runs. null = the page has no such block, its files lie beside it.
 */
export function packed(id: string): Uint8Array<ArrayBuffer> | null {
  const text = document.getElementById(id)?.textContent;
  return text ? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) : null;
}
