/** How the chat page is built: one folder of static files that the API serves at its root. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: 'dist/client', emptyOutDir: true, sourcemap: false, assetsInlineLimit: 0 },
});
