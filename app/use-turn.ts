/** Whether this page may change and store its workbook, or another page does. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { pageTurn } from './page-turn.ts';

/** `free` = the other page is closed; this page may change the open workbook once the officer agrees. */
export type Turn = 'asked' | 'mine' | 'waiting' | 'free';

export interface TurnHeld {
  readonly turn: Turn;
  readonly mayChange: () => Promise<boolean>;
  readonly take: () => void;
}

export function useTurn(): TurnHeld {
  const [turn, setTurn] = useState<Turn>('asked');
  const first = useRef<Promise<boolean> | null>(null);
  const isTaken = useRef(false);
  useEffect(() => {
    first.current ??= pageTurn(() => setTurn('free'));
    void first.current.then((isFirst) => setTurn(isFirst ? 'mine' : 'waiting'));
  }, []);
  const mayChange = useCallback(async () => isTaken.current || ((await first.current) ?? false), []);
  const take = useCallback(() => {
    isTaken.current = true;
    setTurn('mine');
  }, []);
  return { turn, mayChange, take };
}
