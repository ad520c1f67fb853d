/** The page over files by itself: one file opened from a disk, or hosted. */
import '../ui/no-eval.ts';
import { startPreview } from './preview.tsx';

const root = document.getElementById('root');
if (root) startPreview(root, { reason: null });
