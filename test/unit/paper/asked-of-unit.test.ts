/** A letter asks the unit itself: no flag's words to the officer reach it. */
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../core/judge/check/registry.ts';
import { askedOfUnit } from '../../../core/paper/papers/asked-of-unit.ts';

describe('what a letter asks of the unit', () => {
  it.each(CHECKS.filter(({ code }) => code !== 'missing-report').map(({ code, todo }) => [code, todo] as const))(
    '%s: asks it to mend or to explain, and speaks of it to nobody else',
    (code, suggestion) => {
      const asked = askedOfUnit({ code, suggestion });
      expect(asked).toMatch(/\.$/);
      expect(asked).not.toMatch(/(?:hỏi|nhắc|yêu cầu|đề nghị|với|cho|của) (?:hai )?đơn vị(?! tính)/iu);
      expect(asked).not.toMatch(/danh sách đơn vị|Hội đồng quyết định|mở tệp|macro|ẩn để xem/iu);
    },
  );
});
