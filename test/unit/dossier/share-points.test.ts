/** Points of a group dealt out by weights. */
import { expect, it } from 'vitest';
import { sharePoints } from '../../../core/dossier/propose/share-points.ts';

it('are whole and sum exactly', () => {
  expect(sharePoints(70, [1, 1, 1, 1, 1, 1])).toEqual([12, 12, 12, 12, 11, 11]);
  expect(sharePoints(30, [4, 4, 5, 4])).toEqual([7, 7, 9, 7]);
  expect(sharePoints(2, [1, 1, 1])).toEqual([1, 1, 0]);
});
