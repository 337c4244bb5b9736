export const app = { name: 'Docket', tagline: 'Requests, live.' } as const;

export const role = {
  admin: 'Administrator',
  manager: 'Manager',
  team_member: 'Team member',
  client: 'Client',
} as const;

export const status = {
  draft: 'Draft',
  submitted: 'Submitted',
  in_review: 'In review',
  approved: 'Approved',
  rejected: 'Rejected',
  completed: 'Completed',
} as const;

export const priority = { low: 'Low', medium: 'Medium', high: 'High', urgent: 'Urgent' } as const;
