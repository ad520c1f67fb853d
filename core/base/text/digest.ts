/** A short digest of texts: shows that something was changed by mistake. It keeps no secret and stops no forger. */

/** 64 bits over the texts added, two multiplicative hashes side by side; `text` = 16 hexadecimal digits. */
export function newDigest() {
  let [a, b] = [0x9e3779b9, 0x85ebca6b];
  return {
    add: (text: string): void => {
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        a = Math.imul(a ^ code, 0x9e3779b1);
        b = Math.imul(b ^ code, 0x5f356495);
        b ^= b >>> 15;
      }
    },
    text: (): string => [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
  };
}
