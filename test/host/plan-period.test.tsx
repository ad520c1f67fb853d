// @vitest-environment jsdom
/** The question when a movement runs is answered by one press on either reading. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { openIn } from '../../session/plan/leftovers.ts';
import { readDraft } from '../../session/plan/plan-draft.ts';
import { LeftoverList } from '../../ui/plan/leftover-list.tsx';
import { sure } from './session-hosts.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const PLAN = `ỦY BAN NHÂN DÂN
XÃ SUỐI MẪU
Số: 52/KH-UBND
Suối Mẫu, ngày 05 tháng 9 năm 2025
KẾ HOẠCH
Phát động phong trào thi đua chuyển đổi số
I. CHỈ TIÊU
1. Đến ngày 31/5/2026, tỷ lệ hồ sơ đạt 80%.
II. TIẾN ĐỘ
1. Sơ kết trước ngày 30/6/2026.`;

it('shows both readings, and takes the pressed one', () => {
  const draft = sure(readDraft('', PLAN));
  const onDraft = vi.fn();
  const place = document.createElement('div');
  const root = createRoot(place);
  act(() => root.render(<LeftoverList draft={draft} {...openIn(draft)} onDraft={onDraft} />));
  const buttons = [...place.querySelectorAll('button')].filter(({ textContent }) => textContent?.startsWith('Từ '));
  expect(buttons.map(({ textContent }) => textContent)).toEqual([
    'Từ 05/09/2025 đến 30/06/2026',
    'Từ 01/01/2025 đến 31/12/2025',
  ]);
  act(() => buttons[0]?.click());
  const [[answered]] = onDraft.mock.calls as [[typeof draft]];
  expect(answered.movement.period).toEqual({ from: '2025-09-05', to: '2026-06-30' });
  expect(openIn(answered).questions).toEqual([]);
  act(() => root.unmount());
});
