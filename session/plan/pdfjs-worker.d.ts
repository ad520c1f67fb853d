/** pdf.js ships no types for the worker's code, which is only handed on. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
