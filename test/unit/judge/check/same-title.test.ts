/** Titles that are the same but for how they are typed. */
import { describe, expect, it } from 'vitest';
import { isSameTitle } from '../../../../core/judge/check/same-title.ts';

describe('titles', () => {
  const title = 'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng, tối thiểu 80%';
  it.each([
    ['as it is', title, true],
    ['without tones', 'Ty le ho so cong viec duoc xu ly tren moi truong mang, toi thieu 80%', true],
    ['one letter lost', title.replace('trường', 'trường'.slice(1)), true],
    ['a method below', `2.1. ${title} (20đ)\nĐiểm = a/b × 20`, true],
    ['another figure', title.replace('80', '60'), false],
    ['another word', title.replace('thiểu', 'đa'), false],
    ['a word left out', title.replace('công việc ', ''), false],
    ['two letters wrong', title.replace('trường', 'trngừ'), false],
    ['nothing', '', false],
  ])('%s', (_, found, same) => {
    expect(isSameTitle(title, found)).toBe(same);
  });
});
