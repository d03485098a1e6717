/**
 * Why a dossier is late. `staff`: an office of the agency had it longer than its share. `other-office`: an office that
 * was asked answered after its date, or another agency's step took too long. `citizen`: it waited for the applicant
 * after the due date. `synchronisation`: an incident of a system with which data is synchronised, or overdue before it
 * came into this software. `system`: another technical incident.
 */
export const lateCauses = ['staff', 'other-office', 'citizen', 'synchronisation', 'system'] as const;
export type LateCauseKind = (typeof lateCauses)[number];
