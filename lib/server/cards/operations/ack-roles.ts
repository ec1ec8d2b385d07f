import { can, ROLES } from '@/lib/protocol/permissions';

/** Whose acknowledgement a message can ask for. */
export const ACK_ROLES = ROLES.filter((role) => can(role, 'flash.ack'));
