/** Kinds of change that trials found, each tried every time: no figure of a part, another time or unit without a word. */
import { describe, expect, it } from 'vitest';
import { kindTrials } from '../../../fixtures/mutator/kind-trials.ts';

describe('a kind of change that a trial found', () => {
  it.each(kindTrials().map((trial) => [`${trial.kind.on}: ${trial.kind.name}`, trial] as const))(
    'is refused, asked about or handed on: %s',
    (_, { verdict, detail }) => {
      expect(['refused', 'asked', 'warned'], detail).toContain(verdict);
    },
  );
});
