/** Made by tools/build/sample-book.ts: the sample workbook in base64. */
declare module 'virtual:sample-book' {
  export const sampleBook: string;
}
