export type { PortalDeps } from './deps.ts';
export { lookupLink } from './lookup-link.ts';
export { findPlace } from './pages/place.ts';
export { publicFrame } from './pages/public-frame.ts';
export { portalRoutes } from './pages/routes.ts';
export { settingSchema } from './settings.ts';
