/**
 * A part of the pane that a test opened last may still be loading when its file ends. Files of a project share their
 * modules, so a module that loses its page half-way would be broken in every file after it.
 */
import { afterAll, vi } from 'vitest';

afterAll(() => vi.dynamicImportSettled());
