import { every } from './every.ts';

/** Files may be dropped on the field, and their names are shown before sending. */
export function acceptDrops(): void {
  every('[data-drop]', (zone) => {
    const input = zone.querySelector<HTMLInputElement>('input[type=file]');
    const names = zone.querySelector<HTMLElement>('[data-file-names]');
    if (!input) return;
    const show = () => {
      if (names) names.textContent = [...(input.files ?? [])].map((file) => file.name).join(', ');
    };
    zone.addEventListener('dragover', (event) => {
      event.preventDefault();
      zone.dataset['over'] = '';
    });
    zone.addEventListener('dragleave', () => delete zone.dataset['over']);
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      delete zone.dataset['over'];
      if (!event.dataTransfer?.files.length) return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    input.addEventListener('change', show);
  });
}
