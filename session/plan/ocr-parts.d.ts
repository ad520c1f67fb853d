/** Made by tools/build/ocr-parts.ts: base64, each in gzip. */
declare module 'virtual:ocr-parts' {
  export const core: string;
  export const openjpeg: string;
  export const language: string;
}

/** Tesseract's core ships types for a wrapper that is not used. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  const start: import('./ocr/engine.ts').StartCore;
  // biome-ignore lint/style/noDefaultExport: it has no other
  export default start;
}
