export { helpLinksFor } from './help-for.ts';
export { readPictures } from './pages/pictures.ts';
export { helpRoutes } from './pages/routes.tsx';
