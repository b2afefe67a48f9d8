/**
 * The version of the rules whose history is shown: until everything is read by those of today
 * (bound as ?1), the ones before.
 */
export const RULES_SHOWN = '(SELECT COALESCE(rules_version, ?1) FROM status_work)'
