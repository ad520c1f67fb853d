// @vitest-environment jsdom
/** The machines of a shared book on the page: a chair heals a key that was used in two places, by one press. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import type { Fact } from '../../core/share/fact.ts';
import { standingOf } from '../../core/share/standing.ts';
import { DeviceList } from '../../ui/pane/share/device-list.tsx';
import { figure, newSpace, saying } from '../unit/share/people.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

it('offers a chair, and nobody else, to heal a key used in two places: all of both counts', async () => {
  const { space, entries, chair, people } = await newSpace('officer', 'officer');
  const [copied, other] = people;
  const twice = await Promise.all([1, 2].map((value) => saying(copied!.signer, space, entries, figure(value))));
  const all = [...entries, ...twice.flat()];
  const standing = standingOf(space, all);
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  const said: Fact[] = [];
  const show = (device: string) =>
    act(async () =>
      root.render(
        <DeviceList
          standing={standing}
          own={standing.devices.find((item) => item.device === device)}
          busy={false}
          onFacts={(facts) => said.push(...facts)}
        />,
      ),
    );
  const buttons = () =>
    [...page.querySelectorAll('button')].filter(({ textContent }) => textContent?.startsWith('Nối lại'));
  for (const device of [other!.device, copied!.device]) {
    await show(device);
    expect(page.textContent).toContain('khóa bị dùng ở hai nơi');
    expect(buttons()).toEqual([]);
  }
  await show(chair.device);
  expect(buttons()).toHaveLength(1);
  await act(async () => buttons()[0]?.click());
  const healed = standingOf(space, [...all, ...(await saying(chair.signer, space, all, ...said))]);
  expect(healed.idle).toEqual([]);
  expect(healed.devices.some(({ forked }) => forked)).toBe(false);
  await act(async () => root.unmount());
});
