/** A list of cards walked by J and K, whose current card has buttons with a key of their own (`data-key`). */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { usePane } from './pane-context.ts';

interface CardKeys {
  readonly list: RefObject<HTMLUListElement | null>;
  /** Place of the current card. */
  readonly at: number;
  /** Makes the card current and shows what it is about. */
  readonly standOn: (at: number) => void;
  /** Makes it current, and that is all. */
  readonly moveTo: (at: number) => void;
}

/** `keys` in the order of the cards. When the current card goes, the card that moves to its place becomes current. */
export function useCardKeys(keys: readonly string[], onStand?: (at: number) => void): CardKeys {
  const { state } = usePane();
  const [stood, setStood] = useState({ key: keys[0] ?? '', at: 0 });
  const list = useRef<HTMLUListElement>(null);
  const found = keys.indexOf(stood.key);
  const at = found >= 0 ? found : Math.min(stood.at, keys.length - 1);
  const moveTo = (next: number) => {
    const key = keys[next];
    if (key !== undefined) setStood({ key, at: next });
  };
  const standOn = (next: number) => {
    if (keys[next] === undefined) return;
    moveTo(next);
    onStand?.(next);
  };
  // Not when the place opens: its head and the first card stand at the top.
  const seen = useRef(keys[at]);
  useEffect(() => {
    if (seen.current === keys[at]) return;
    seen.current = keys[at];
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView?.({ block: 'nearest' });
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || state.work !== null) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, [role="grid"]')) return;
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') standOn(at + (key === 'j' ? 1 : -1));
      else list.current?.querySelector<HTMLElement>(`[aria-current="true"] [data-key="${key}"]`)?.click();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return { list, at, standOn, moveTo };
}
