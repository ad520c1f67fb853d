/** Observations in the readers' form; the figures are real (facts on the portal, section 7). */
import type { Observation } from '../../../../core/portal/indicator/observation.ts';

export function observed(
  indicator: string,
  figures: Partial<Observation> & { readonly at?: string } = {},
): Observation {
  const { at = '2026-09-17T08:00:00+07:00', ...own } = figures;
  return {
    indicator,
    unit: { code: 'H44.100', name: 'UBND Phường Việt Trì' },
    period: '2026',
    value: null,
    ...own,
    provenance: {
      url: 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/dvc-progress-tree',
      request: '{"timeType": "year", "year": 2026}',
      capturedAt: at,
      reader: { id: 'national-2026', version: '2026-10-01.1' },
      contentHash: 'sha256:00',
      screenshotHash: null,
      correctedByHand: false,
      ...own.provenance,
    },
  };
}

/** 7,368 of 8,253 dossiers of Việt Trì on time in 2026. */
export const ON_TIME = observed('dung-han', { value: 89.28, max: 100, numerator: 7368, denominator: 8253 });
