/** The readers for plans in a page with its files beside it, each loaded when such a file is opened. */
import type { PlanReaders } from './plan-text-of.ts';

export const PLAN_READERS: PlanReaders = {
  pdf: async (bytes) => (await import('./read-pdf-apart.ts')).readPdfApart(bytes),
  scan: async (...args) => (await import('./read-scan-apart.ts')).readScanApart(...args),
  scanText: async (pages) => (await import('../../core/plan/file/scan/scan-text.ts')).scanText(pages),
};
