/**
 * How the chat page and the dashboard are built: one folder of static files that the API serves at
 * its root. They are two entries, so that neither loads what only the other needs.
 */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ['index.html', 'dashboard.html'].map((page) => join(import.meta.dirname, page)),
    },
  },
});
