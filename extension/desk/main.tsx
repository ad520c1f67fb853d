/** Starts the desk. */
import { createRoot } from 'react-dom/client';
import { fetchFirstTheme } from '../../ui/theme.ts';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root) void fetchFirstTheme(null).then(() => createRoot(root).render(<App />));
