export type { AdministrationDeps } from './deps.ts';
export { administrationRoutes } from './pages/routes.tsx';
