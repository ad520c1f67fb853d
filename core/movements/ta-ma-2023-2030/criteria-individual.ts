/**
 * Ta Ma: where the rows for individuals (CB, CC, VC, người lao động and Nhân dân; standard IV.2.b) stand in the plan.
 */
import { at } from '../build.ts';
import { individualSet as individuals } from '../individual.ts';
import { aimIn, type SetBuilder, SOURCES, setTitle } from './common.ts';

const EXEMPLARY = at(
  'TM-S07',
  'IV.2.b',
  'Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, tích cực hưởng ứng Phong trào thi đua',
);

export const individualSet: SetBuilder = (phase) =>
  individuals({
    version: `ta-ma-individual-${phase}-1`,
    title: setTitle('cá nhân', phase),
    phase,
    exemplary: EXEMPLARY,
    workFiles: aimIn(phase, 'TM-G06', 'TM-G21'),
    training: aimIn(phase, 'TM-G11', null).source,
    services: SOURCES.content,
    payments: aimIn(phase, 'TM-G15', 'TM-G27').source,
    initiative: SOURCES.initiative,
    communication: SOURCES.communication,
  });
