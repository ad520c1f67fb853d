/**
 * Import before anything with a zod schema: the pages' content policy forbids compiled code, and zod would try it once.
 */
import { config } from 'zod/mini';

config({ jitless: true });
