/** The last value that was known, so that nothing jumps while the next is being read. */
import { useState } from 'react';

export function useHeld<T>(value: T | undefined): T | undefined {
  const [held, setHeld] = useState(value);
  if (value !== undefined && value !== held) setHeld(value);
  return value ?? held;
}
