import { every } from './every.ts';

export function printOnPress(): void {
  every('[data-print]', (button) => button.addEventListener('click', () => window.print()));
}
