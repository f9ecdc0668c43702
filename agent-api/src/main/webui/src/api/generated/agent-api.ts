// Generated from docs/openapi/agent-api.json by `npm run generate`.

export interface paths {
    "/api/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents whose card the caller may see, newest first */
        get: operations["listAgents"];
        put?: never;
        /** Create an agent */
        post: operations["createAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agent */
        get: operations["getAgent"];
        put?: never;
        post?: never;
        /** Delete an agent and stop its work */
        delete: operations["deleteAgent"];
        options?: never;
        head?: never;
        /** Change an agent (JSON merge patch) */
        patch: operations["patchAgent"];
        trace?: never;
    };
    "/api/agents/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an agent to another member
         * @description A user agent arrives paused and keeps the sources that its new owner may read. Its owner may do this; an admin where the owner is disabled or removed, and not for themselves.
         */
        post: operations["handOverAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told when the agent fails or waits */
        get: operations["getAgentNotifications"];
        /** Choose who is told: the owner of a user agent, the admins for an org agent */
        put: operations["putAgentNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No new runs; running work goes on */
        post: operations["pauseAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/remix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an own user agent out of it
         * @description For who may see its instructions: the owner, of an org agent the admins. Sources are those of the original that the caller may read.
         */
        post: operations["remixAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it active again */
        post: operations["resumeAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of the agent, newest first */
        get: operations["listAgentRuns"];
        put?: never;
        /** Run now */
        post: operations["runNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a chat as the caller */
        post: operations["openChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it active */
        post: operations["startAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State, counts and next run */
        get: operations["getAgentStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Off the schedule; running background work is stopped */
        post: operations["stopAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its versions, newest first */
        get: operations["listAgentVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What its author had written then */
        get: operations["getAgentVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write what an earlier version said
         * @description A new version; sources, tools and model are checked as if they came today. The state stays.
         */
        post: operations["restoreAgentVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Security-relevant acts, newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file, streamed */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents ready to install */
        get: operations["listCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/{name}/install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an agent of one's own out of it */
        post: operations["installAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign-in mode, features and defaults (public) */
        get: operations["getConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/emergency-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything is stopped */
        get: operations["getEmergencyStop"];
        put?: never;
        /**
         * Stop everything
         * @description Every run ends, chats too; active agents are stopped until the release; nothing starts.
         */
        post: operations["stopEverything"];
        /**
         * Release the emergency stop
         * @description Agents that it stopped are active again, unless somebody changed their state meanwhile.
         */
        delete: operations["releaseEmergencyStop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public events that the caller may see, resumable with Last-Event-ID */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups whose name contains the text, newest first */
        get: operations["listGroups"];
        put?: never;
        /** Make a group (admins) */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group (admins) */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        /** Delete a group (admins) */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /** Rename a group (admins) */
        patch: operations["patchGroup"];
        trace?: never;
    };
    "/api/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in the group, whoever came last first (admins) */
        get: operations["listGroupMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a member into the group (admins) */
        put: operations["addGroupMember"];
        post?: never;
        /** Take a member out of the group (admins) */
        delete: operations["removeGroupMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invites, newest first (admins) */
        get: operations["listInvites"];
        put?: never;
        /** Invite somebody: a link for one registration within 72 hours, shown once (admins) */
        post: operations["createInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invite (admins) */
        get: operations["getInvite"];
        put?: never;
        post?: never;
        /** Revoke an invite (admins) */
        delete: operations["revokeInvite"];
        options?: never;
        head?: never;
        /** Change an open invite (JSON merge patch; admins) */
        patch: operations["patchInvite"];
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in member */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the own name or e-mail address (JSON merge patch) */
        patch: operations["patchMe"];
        trace?: never;
    };
    "/api/me/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits behind a user code */
        get: operations["getDevice"];
        put?: never;
        /** Allow a command line to act as the caller, or refuse it */
        post: operations["decideDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's defaults */
        get: operations["getMyNotifications"];
        /** Choose the caller's defaults */
        put: operations["putMyNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; ends all other sessions */
        post: operations["changeOwnPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers in which the caller is signed in, newest first */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign one browser out */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members whose name contains the text, newest first; admins see all fields and filter by them */
        get: operations["findMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member (admins) */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /** Remove a member for good (admins). The member's agents stop, or go to another member */
        delete: operations["deleteMember"];
        options?: never;
        head?: never;
        /** Change a member (JSON merge patch; admins). Disabling signs the member out and stops the member's agents */
        patch: operations["patchMember"];
        trace?: never;
    };
    "/api/members/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a member a new password, shown once; ends the member's sessions (admins) */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models an agent can be given */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs that the caller may see, newest first */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the run did, step by step, ascending */
        get: operations["listSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a run */
        post: operations["stopRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a schedule means and when it is due */
        post: operations["previewSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people sign in here (admins) */
        get: operations["getSignInSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in-settings/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try what a sign-in needs of the provider (admins); nothing in the other modes */
        post: operations["testSignInSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the key that platform tokens are signed with */
        post: operations["rotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's access tokens, newest first */
        get: operations["listTokens"];
        put?: never;
        /** Make an access token; its text is in this answer only */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's access tokens */
        get: operations["getToken"];
        put?: never;
        post?: never;
        /** Revoke an access token */
        delete: operations["deleteToken"];
        options?: never;
        head?: never;
        /** Rename an access token */
        patch: operations["patchToken"];
        trace?: never;
    };
    "/api/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tools an agent can be given */
        get: operations["listTools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's webhooks, newest first */
        get: operations["listWebhooks"];
        put?: never;
        /** Make a webhook; its signing secret is shown once */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete a webhook and its delivery log */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change, pause or resume a webhook (JSON merge patch) */
        patch: operations["patchWebhook"];
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent in the last 30 days, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again, once, as far as it is kept and still visible to the webhook's owner */
        post: operations["redeliverWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new signing secret, shown once; the old one signs too for 24 hours */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message of the type webhook_test, once */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/device/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Codes for signing in a command line (RFC 8628) */
        post: operations["askForDeviceCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/device/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The access token, once the code is approved (RFC 8628) */
        post: operations["pollForDeviceToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/invite/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invite is for (public: the code is the proof) */
        get: operations["openInvite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of platform tokens */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; sets the session cookie */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out; ends the session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends the browser back to; opens the session */
        get: operations["signedInAtProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Send the browser to the provider; `to` is the page to come back to, a path of this installation */
        get: operations["signInAtProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account with an invite, and sign in; sets the session cookie */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/background-agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Active background runs and the latest that are over */
        get: operations["listBackgroundAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/background-agents/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run an agent now */
        post: operations["startBackgroundAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/background-agents/{instanceId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a run */
        post: operations["stopBackgroundAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessToken: {
            id: components["schemas"]["UUID"];
            /** @example laptop */
            name: string;
            /** @example nsp_3fQz */
            prefix: string;
            scopes: ("read" | "write" | "admin")[];
            createdAt: components["schemas"]["Instant"];
            expiresAt?: components["schemas"]["Instant"];
            lastUsedAt?: components["schemas"]["Instant"];
        };
        AccessTokenPatch: {
            name: string;
        };
        Agent: {
            id: components["schemas"]["UUID"];
            name: string;
            description?: string;
            /** @enum {string} */
            type: "user" | "org";
            /** @enum {string} */
            origin: "local" | "installed" | "remix";
            /** @description The agent that a remix was made of */
            remixOf?: components["schemas"]["UUID"];
            owner: components["schemas"]["Owner"];
            /** @enum {string} */
            state: "active" | "paused" | "stopped";
            /** @enum {string} */
            visibility: "everyone" | "private";
            instructions?: string;
            schedule?: string;
            /** @description The schedule in words */
            scheduleDescription?: string;
            timezone?: string;
            /** @enum {string} */
            overlapPolicy?: "skip" | "buffer_one" | "buffer_all" | "cancel_other" | "allow_all";
            /**
             * @description ISO-8601 duration
             * @example PT1H
             */
            catchUpWindow?: string;
            /** @enum {string} */
            catchUpPolicy?: "latest" | "all";
            /** Format: int64 */
            jitterMs?: number;
            startAt?: components["schemas"]["Instant"];
            endAt?: components["schemas"]["Instant"];
            model?: string;
            allowedSources?: components["schemas"]["UUID"][];
            allowedActions?: string[];
            limits?: components["schemas"]["RunLimits"];
            /** @description Of an org agent: whether members see status, times and summary of its runs */
            resultsShared?: boolean;
            /** @description Why it is paused or stopped, where that was noted */
            stateNote?: string;
            nextRunAt?: components["schemas"]["Instant"];
            lastRunAt?: components["schemas"]["Instant"];
            /** @enum {string} */
            lastStatus?: "running" | "completed" | "failed" | "cancelled";
            isRunning?: boolean;
            createdAt?: components["schemas"]["Instant"];
            updatedAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            version?: number;
        };
        AgentDifference: {
            field: string;
            /** @description Any JSON value */
            before?: unknown;
            /** @description Any JSON value */
            after?: unknown;
        };
        AgentPatch: {
            name?: string;
            description?: string | null;
            instructions?: string;
            /** @enum {string} */
            visibility?: "everyone" | "private";
            schedule?: string;
            /**
             * @description IANA
             * @example Europe/Berlin
             */
            timezone?: string | null;
            /** @enum {string} */
            overlapPolicy?: "skip" | "allow_all";
            /**
             * @description ISO-8601 duration
             * @example PT1H
             */
            catchUpWindow?: string | null;
            /** @enum {string} */
            catchUpPolicy?: "latest" | "all";
            /** Format: int64 */
            jitterMs?: number | null;
            startAt?: ((string | components["schemas"]["Instant"] | null) | null) | components["schemas"]["Instant"] | null;
            endAt?: ((string | components["schemas"]["Instant"] | null) | null) | components["schemas"]["Instant"] | null;
            /** @description null: the configured default */
            model?: string | null;
            allowedSources?: string[] | null;
            /** @description null: every tool offered to user agents; for an org agent none */
            allowedActions?: string[] | null;
            limits?: components["schemas"]["RunLimits"];
            resultsShared?: boolean;
        };
        AgentStatus: {
            /** @enum {string} */
            state: "active" | "paused" | "stopped";
            /** Format: int64 */
            runCount: number;
            /** Format: int64 */
            errorCount: number;
            /** Format: int64 */
            skippedCount: number;
            lastRunAt?: components["schemas"]["Instant"];
            /** @enum {string} */
            lastStatus?: "running" | "completed" | "failed" | "cancelled";
            /** @description What became of the last due time: due, started, or why it brought no run */
            lastDecision?: string;
            nextRunAt?: components["schemas"]["Instant"];
            isRunning: boolean;
            /** Format: int64 */
            averageDurationMs?: number;
            /**
             * Format: int64
             * @description Absent for members
             */
            totalTokens?: number;
        };
        AgentVersion: {
            /** Format: int64 */
            version: number;
            at: components["schemas"]["Instant"];
            by: components["schemas"]["AgentVersionBy"];
            /** @enum {string} */
            change: "created" | "edited" | "started" | "paused" | "resumed" | "stopped" | "handed_over" | "restored";
            differences: components["schemas"]["AgentDifference"][];
        };
        AgentVersionBy: {
            id?: components["schemas"]["UUID"];
            name: string;
        };
        AuditActor: {
            /** @enum {string} */
            kind: "member" | "service" | "system" | "anonymous";
            id?: components["schemas"]["UUID"];
            name?: string;
        };
        AuditEntry: {
            id: components["schemas"]["UUID"];
            at: components["schemas"]["Instant"];
            /**
             * @description noun.verb
             * @example member.disabled
             */
            action: string;
            /** @enum {string} */
            outcome: "done" | "refused";
            actor: components["schemas"]["AuditActor"];
            target?: components["schemas"]["AuditTarget"];
            /** @description The client's address; absent for the platform's own acts */
            address?: string;
            /** @description What the person came with: session:<id> or token:<id> */
            credential?: string;
            /** @description What changed */
            detail: Record<string, never>;
        };
        AuditTarget: {
            /** @example member */
            kind: string;
            id: string;
            name?: string;
        };
        BackgroundAgentInstance: {
            instanceId: components["schemas"]["UUID"];
            threadId: components["schemas"]["UUID"];
            agentId: components["schemas"]["UUID"];
            agentName: string;
            /** @enum {string} */
            status: "active" | "completed" | "failed" | "cancelled";
            startedAt: components["schemas"]["Instant"];
            stoppedAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            durationMs?: number;
            task?: string;
            error?: string;
            active?: boolean;
        };
        BackgroundAgents: {
            active: components["schemas"]["BackgroundAgentInstance"][];
            history: components["schemas"]["BackgroundAgentInstance"][];
        };
        BrowserSession: {
            id: components["schemas"]["UUID"];
            current: boolean;
            createdAt: components["schemas"]["Instant"];
            lastSeenAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            address?: string;
            userAgent?: string;
        };
        CatalogEntry: {
            name: string;
            title: string;
            description: string;
            schedule: string;
            actions: string[];
            needsSources: boolean;
            instructions: string;
        };
        ChooseNotifications: {
            onFailure: ("mail" | "webhook")[];
            onWaiting: ("mail" | "webhook")[];
            /** @description A webhook of the caller; required where webhook is chosen */
            webhookId?: components["schemas"]["UUID"];
        };
        CreateWebhook: {
            /** @example On-call */
            name: string;
            /**
             * @description http or https, at most 2,000 characters, without user name and password; an address of the open Internet unless the installation allows others
             * @example https://example.com/hooks
             */
            url: string;
            /**
             * @description One or several types of public events
             * @example [
             *       "background_task_error"
             *     ]
             */
            events: ("background_task_started" | "background_task_completed" | "background_task_error" | "background_agent_status")[];
            /** @description Events of this agent only */
            agentId?: components["schemas"]["UUID"];
        };
        CreatedAccessToken: {
            id: components["schemas"]["UUID"];
            /** @description Sent as Authorization: Bearer; shown only now */
            token: string;
            name: string;
            scopes: ("read" | "write" | "admin")[];
            expiresAt?: components["schemas"]["Instant"];
        };
        Device: {
            /** @example nightshift-cli */
            clientId: string;
            scopes: ("read" | "write" | "admin")[];
            expiresAt: components["schemas"]["Instant"];
        };
        DeviceCodes: {
            device_code: string;
            /** @example WDJB-MJHT */
            user_code: string;
            verification_uri: string;
            verification_uri_complete: string;
            /** Format: int64 */
            expires_in: number;
            /** Format: int64 */
            interval: number;
        };
        DeviceDecision: {
            /** @example WDJB-MJHT */
            userCode: string;
            /** @enum {string} */
            decision: "approve" | "deny";
        };
        DeviceToken: {
            access_token: string;
            /** @example Bearer */
            token_type: string;
            /** Format: int64 */
            expires_in: number;
            /** @example read write */
            scope: string;
        };
        EmergencyStop: {
            active: boolean;
            since?: components["schemas"]["Instant"];
            by?: components["schemas"]["EmergencyStopBy"];
            reason?: string;
        };
        EmergencyStopBy: {
            id: components["schemas"]["UUID"];
            name: string;
        };
        Features: {
            agents: boolean;
        };
        Group: {
            id: components["schemas"]["UUID"];
            name: string;
            /** @enum {string} */
            origin?: "local" | "provider";
            /** Format: int64 */
            memberCount?: number;
            createdAt?: components["schemas"]["Instant"];
        };
        GroupMember: {
            id: components["schemas"]["UUID"];
            name: string;
            addedAt: components["schemas"]["Instant"];
        };
        GroupName: {
            name: string;
        };
        HandOverAgent: {
            memberId: components["schemas"]["UUID"];
        };
        InstallAgent: {
            name?: string;
            schedule?: string;
            timezone?: string;
            allowedSources?: string[];
            /** @enum {string} */
            state?: "active" | "paused";
        };
        Installation: {
            /** @enum {string} */
            signInMode: "accounts" | "none" | "oidc" | "header";
            /** @description Where people sign in; only in mode oidc */
            provider?: components["schemas"]["SignInProvider"];
            features: components["schemas"]["Features"];
            defaultTimezone: string;
            defaultModel: string;
            version: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        Invite: {
            id: components["schemas"]["UUID"];
            /** @description The link to send to the person; shown only when the invite is made */
            url?: string;
            /** @enum {string} */
            role: "member" | "admin";
            email?: string;
            /** @enum {string} */
            state: "open" | "used" | "expired" | "revoked";
            createdBy: components["schemas"]["InvitePerson"];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            usedBy?: components["schemas"]["InvitePerson"];
            usedAt?: components["schemas"]["Instant"];
        };
        InvitePatch: {
            /** @enum {string} */
            role?: "member" | "admin";
            email?: string | null;
        };
        InvitePerson: {
            id: components["schemas"]["UUID"];
            name: string;
        };
        KeySet: {
            keys?: {
                [key: string]: unknown;
            }[];
        };
        Me: {
            id: components["schemas"]["UUID"];
            username: string;
            name: string;
            email?: string;
            /** @enum {string} */
            role: "member" | "admin";
            /** @enum {string} */
            state: "active" | "disabled";
            hasPassword: boolean;
        };
        Member: {
            id: components["schemas"]["UUID"];
            username?: string;
            name: string;
            email?: string;
            /** @enum {string} */
            role?: "member" | "admin";
            /** @enum {string} */
            state?: "active" | "disabled";
            /** Format: int32 */
            maxAgents?: number;
            hasPassword?: boolean;
            createdAt?: components["schemas"]["Instant"];
        };
        MemberPatch: {
            name?: string;
            email?: string | null;
            /** @enum {string} */
            role?: "member" | "admin";
            /** @enum {string} */
            state?: "active" | "disabled";
            /**
             * Format: int32
             * @description How many agents the member may have; null for the installation's own limit
             */
            maxAgents?: number | null;
        };
        Model: {
            name: string;
            provider: string;
            model?: string;
            isDefault: boolean;
        };
        NewAccessToken: {
            /** @example laptop */
            name: string;
            expiresAt?: components["schemas"]["Instant"];
            scopes?: ("read" | "write" | "admin")[];
        };
        NewAgent: {
            name: string;
            description?: string;
            /** @description At most 64 KiB */
            instructions: string;
            /**
             * @default user
             * @enum {string}
             */
            type?: "user" | "org";
            /**
             * @default everyone
             * @enum {string}
             */
            visibility?: "everyone" | "private";
            /**
             * @example every 6 hours
             * @example 0 9 * * 1-5
             * @example manual
             */
            schedule: string;
            /**
             * @description IANA; absent: the server's setting
             * @example Europe/Berlin
             */
            timezone?: string;
            /**
             * @default skip
             * @enum {string}
             */
            overlapPolicy?: "skip" | "allow_all";
            /** @default PT1H */
            catchUpWindow?: string;
            /**
             * @default latest
             * @enum {string}
             */
            catchUpPolicy?: "latest" | "all";
            /** Format: int64 */
            jitterMs?: number;
            startAt?: components["schemas"]["Instant"];
            endAt?: components["schemas"]["Instant"];
            /** @description Absent: the configured default */
            model?: string;
            /** @description Ids of sources; absent: none */
            allowedSources?: string[];
            /** @description Names of tools; absent: every tool offered to user agents, for an org agent none */
            allowedActions?: string[];
            limits?: components["schemas"]["RunLimits"];
            /** @description Only of an org agent: members see status, times and summary of its runs */
            resultsShared?: boolean;
            /**
             * @default active
             * @enum {string}
             */
            state?: "active" | "paused";
        };
        NewInvite: {
            /** @enum {string} */
            role: "member" | "admin";
            email?: string | null;
        };
        NewPassword: {
            password: string;
        };
        Notifications: {
            onFailure: ("mail" | "webhook")[];
            onWaiting: ("mail" | "webhook")[];
            webhookId?: components["schemas"]["UUID"];
            /** @description Nothing was chosen here: the recipients' own defaults count */
            inherited: boolean;
            /** @description Whether this installation can send mail at all */
            mailAvailable: boolean;
        };
        OAuthError: {
            /** @example authorization_pending */
            error: string;
            error_description?: string;
        };
        OpenInvite: {
            /** @enum {string} */
            role: "member" | "admin";
            email?: string;
            /** @description Name of who made it */
            invitedBy: string;
            expiresAt: components["schemas"]["Instant"];
        };
        OpenedSession: {
            sessionId: components["schemas"]["UUID"];
        };
        OwnPatch: {
            name?: string;
            email?: string | null;
        };
        Owner: {
            id: components["schemas"]["UUID"];
            name: string;
        };
        PageAccessToken: {
            items: components["schemas"]["AccessToken"][];
            nextCursor: string | null;
        };
        PageAgentView: {
            items: components["schemas"]["Agent"][];
            nextCursor: string | null;
        };
        PageAuditEntry: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor: string | null;
        };
        PageDeliveryView: {
            items: components["schemas"]["WebhookDelivery"][];
            nextCursor: string | null;
        };
        PageEntry: {
            items: components["schemas"]["CatalogEntry"][];
            nextCursor: string | null;
        };
        PageGroupMember: {
            items: components["schemas"]["GroupMember"][];
            nextCursor: string | null;
        };
        PageGroupView: {
            items: components["schemas"]["Group"][];
            nextCursor: string | null;
        };
        PageInvite: {
            items: components["schemas"]["Invite"][];
            nextCursor: string | null;
        };
        PageMemberView: {
            items: components["schemas"]["Member"][];
            nextCursor: string | null;
        };
        PageModelView: {
            items: components["schemas"]["Model"][];
            nextCursor: string | null;
        };
        PageRunView: {
            items: components["schemas"]["Run"][];
            nextCursor: string | null;
        };
        PageSessionView: {
            items: components["schemas"]["BrowserSession"][];
            nextCursor: string | null;
        };
        PageToolView: {
            items: components["schemas"]["Tool"][];
            nextCursor: string | null;
        };
        PageView: {
            items: components["schemas"]["AgentVersion"][];
            nextCursor: string | null;
        };
        PageWebhookView: {
            items: components["schemas"]["Webhook"][];
            nextCursor: string | null;
        };
        PasswordChange: {
            currentPassword: string;
            newPassword: string;
        };
        PatchWebhook: {
            name?: string;
            /** @description http or https, at most 2,000 characters, without user name and password; an address of the open Internet unless the installation allows others */
            url?: string;
            /** @description One or several types of public events */
            events?: ("background_task_started" | "background_task_completed" | "background_task_error" | "background_agent_status")[];
            /** @enum {string} */
            state?: "active" | "paused";
        };
        PauseAgent: {
            note?: string;
        };
        PreviewSchedule: {
            schedule: string;
            /** @example Europe/Berlin */
            timezone?: string;
            from?: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @default 5
             */
            count?: number;
        };
        Principal: {
            /** @enum {string} */
            kind: "member" | "organisation";
            memberId?: components["schemas"]["UUID"];
            name?: string;
        };
        ProviderPeople: {
            allowedDomains: string[];
            requireVerifiedEmail: boolean;
            emailClaim: string;
            groupsClaim: string;
            adminGroup?: string;
            admins: string[];
        };
        ProviderSettings: {
            name: string;
            /** @enum {string} */
            preset: "standard" | "google" | "github" | "microsoft";
            issuer: string;
            clientId: string;
            clientSecretSet: boolean;
            scopes: string[];
            audience: string[];
            people: components["schemas"]["ProviderPeople"];
            callbackUrl: string;
            signedOutUrl: string;
        };
        RegisteredMember: {
            id: components["schemas"]["UUID"];
            username: string;
            name: string;
            email?: string;
            /** @enum {string} */
            role: "member" | "admin";
            /** @enum {string} */
            state: "active" | "disabled";
        };
        Registration: {
            /** @description The last part of the invite's link */
            invite: string;
            username: string;
            password: string;
            /** @description Absent: the user name */
            name?: string;
        };
        RemixAgent: {
            /** @description The original's name with "(remix)" where absent */
            name?: string;
            /**
             * @default active
             * @enum {string}
             */
            state?: "active" | "paused";
        };
        Run: {
            id: components["schemas"]["UUID"];
            agentId: components["schemas"]["UUID"];
            agentName: string;
            sessionId?: components["schemas"]["UUID"];
            /** @enum {string} */
            trigger: "schedule" | "manual" | "backfill" | "chat";
            scheduledFor?: components["schemas"]["Instant"];
            /** @description The last of several due times that share this decision */
            scheduledUntil?: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description How many due times share this decision
             */
            dueCount?: number;
            task?: string;
            /** @enum {string} */
            status: "pending" | "running" | "waiting" | "completed" | "failed" | "cancelled" | "skipped";
            /** @enum {string} */
            endReason?: "finished" | "tool_call_limit" | "request_limit" | "token_limit" | "cost_limit" | "timeout" | "stopped" | "overlap" | "paused" | "catch_up_expired" | "excluded" | "model_error" | "tool_error" | "access_lost" | "denied" | "invalid";
            error?: string;
            summary?: string;
            /** @description The final answer */
            output?: string;
            createdAt?: components["schemas"]["Instant"];
            startedAt?: components["schemas"]["Instant"];
            finishedAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            durationMs?: number;
            /** Format: int32 */
            toolCalls?: number;
            /** Format: int32 */
            modelCalls?: number;
            /** Format: int64 */
            inputTokens?: number;
            /** Format: int64 */
            outputTokens?: number;
            /** @description Absent where the model has no price */
            costUsd?: number;
            /** Format: int32 */
            attempt?: number;
            actingFor?: components["schemas"]["Principal"];
        };
        /** @description Hard limits of one run; absent: the platform's default, and its ceilings always hold */
        RunLimits: {
            /** Format: int32 */
            maxToolCalls?: number;
            /**
             * Format: int32
             * @description Calls of the model
             */
            requestLimit?: number;
            /** Format: int64 */
            totalTokensLimit?: number;
            /** Format: double */
            costLimitUsd?: number;
            /** Format: int64 */
            toolCallTimeoutMs?: number;
            /** Format: int64 */
            runTimeoutMs?: number;
        };
        RunNow: {
            /** @description At most 16 KiB */
            task?: string;
        };
        SchedulePreview: {
            description: string;
            warnings: string[];
            next: string[];
            local: string[];
        };
        SignIn: {
            username: string;
            password: string;
        };
        SignInProvider: {
            name: string;
        };
        SignInSettings: {
            /** @enum {string} */
            mode: "accounts" | "none" | "oidc" | "header";
            provider?: components["schemas"]["ProviderSettings"];
        };
        SignInTest: {
            ok: boolean;
            steps: components["schemas"]["SignInTestStep"][];
        };
        SignInTestStep: {
            /** @enum {string} */
            name: "discovery" | "keys" | "client";
            ok: boolean;
            detail: string;
        };
        SignedOut: {
            logoutUrl: string;
        };
        StartBackgroundAgent: {
            agentId: components["schemas"]["UUID"];
            task?: string;
        };
        StartedRun: {
            runId: components["schemas"]["UUID"];
            sessionId: components["schemas"]["UUID"];
        };
        Step: {
            id: components["schemas"]["UUID"];
            /** Format: int64 */
            n: number;
            /** @enum {string} */
            kind: "model" | "tool";
            tool?: string;
            arguments?: Record<string, never>;
            result?: string;
            /** @enum {string} */
            status: "running" | "completed" | "failed" | "refused" | "interrupted";
            startedAt?: components["schemas"]["Instant"];
            finishedAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            durationMs?: number;
            /** Format: int64 */
            inputTokens?: number;
            /** Format: int64 */
            outputTokens?: number;
        };
        StepPage: {
            items: components["schemas"]["Step"][];
            nextCursor: string | null;
        };
        StopBackgroundAgent: {
            reason?: string;
        };
        StopEverything: {
            reason: string;
        };
        StopRun: {
            reason?: string;
        };
        Stopping: {
            runId: components["schemas"]["UUID"];
        };
        Tool: {
            name: string;
            /** @enum {string} */
            effect: "pure" | "repeatable" | "keyed" | "once";
            offeredTo: string[];
            description: string;
        };
        /** Format: uuid */
        UUID: string;
        Webhook: {
            id: components["schemas"]["UUID"];
            name: string;
            url: string;
            events: ("background_task_started" | "background_task_completed" | "background_task_error" | "background_agent_status")[];
            /** @description Events of this agent only */
            agentId?: components["schemas"]["UUID"];
            /** @enum {string} */
            state: "active" | "paused";
            /** @description Why the platform paused it, where it did */
            pausedReason?: string;
            /**
             * Format: int32
             * @description Failed deliveries in a row
             */
            failures: number;
            failingSince?: components["schemas"]["Instant"];
            /** @description When a delivery that failed is tried again */
            nextAttemptAt?: components["schemas"]["Instant"];
            secretSetAt: components["schemas"]["Instant"];
            /** @description Shown once: when the webhook is made, and when its secret is made anew */
            secret?: string;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        WebhookDelivery: {
            id: components["schemas"]["UUID"];
            webhookId: components["schemas"]["UUID"];
            /** @description The message's webhook-id; a repeat has the same */
            eventId: string;
            type: string;
            /** @enum {string} */
            cause: "event" | "test" | "redelivery" | "notification";
            /**
             * @description Of the last attempt
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /**
             * Format: int32
             * @description Counts from 1; 0 before the first
             */
            attempt: number;
            /** Format: int32 */
            responseStatus?: number;
            /** @description The first 1,024 bytes of the answer */
            response?: string;
            error?: string;
            /** Format: int64 */
            durationMs?: number;
            createdAt: components["schemas"]["Instant"];
            attemptedAt?: components["schemas"]["Instant"];
            /** @description Absent when it is not tried again */
            nextAttemptAt?: components["schemas"]["Instant"];
        };
        /**
         * @description What went wrong (RFC 9457)
         * @example {
         *       "type": "urn:nightshift:problem:invalid",
         *       "title": "Invalid input",
         *       "status": 400,
         *       "detail": "limit: must be a whole number from 1 to 200",
         *       "errors": [
         *         {
         *           "field": "limit",
         *           "message": "must be a whole number from 1 to 200"
         *         }
         *       ]
         *     }
         */
        Problem: {
            /**
             * Format: uri
             * @description The kind of problem; clients may tell kinds apart by it
             */
            type: string;
            /** @description The kind of problem in words */
            title: string;
            /**
             * Format: int32
             * @description The status of the answer
             */
            status: number;
            /** @description What happened this time, for people */
            detail: string;
            /** @description Every fault of the input at once; absent where there is none to name */
            errors?: components["schemas"]["FieldError"][];
        };
        /** @description One fault of the input */
        FieldError: {
            /** @description As it was sent; nested fields with dots */
            field: string;
            /** @description What it must be */
            message: string;
        };
    };
    responses: {
        /** @description Malformed or invalid input; `errors` names every fault */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:invalid",
                 *       "title": "Invalid input",
                 *       "status": 400,
                 *       "detail": "limit: must be a whole number from 1 to 200",
                 *       "errors": [
                 *         {
                 *           "field": "limit",
                 *           "message": "must be a whole number from 1 to 200"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not signed in */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:unauthorized",
                 *       "title": "Not signed in",
                 *       "status": 401,
                 *       "detail": "Sign in first."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller may see it and may not do this */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:forbidden",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "Your account may not do this."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Absent, or not visible to the caller */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:not-found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no such agent."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The current state does not allow it, or the Idempotency-Key had another body */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:conflict",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "This Idempotency-Key was used with another body."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another version is current */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:precondition-failed",
                 *       "title": "Changed meanwhile",
                 *       "status": 412,
                 *       "detail": "Somebody else changed it: version 4 is current."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:too-large",
                 *       "title": "Too large",
                 *       "status": 413,
                 *       "detail": "The body is too large."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a media type that this call does not read */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:unsupported-media-type",
                 *       "title": "Media type not supported",
                 *       "status": 415,
                 *       "detail": "This call does not read a body of this media type."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:too-many-requests",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Try again in a minute."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not available at the moment; nothing was done */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:unavailable",
                 *       "title": "Not available now",
                 *       "status": 503,
                 *       "detail": "The database does not answer at the moment."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other refusal */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:nightshift:problem:invalid",
                 *       "title": "Invalid input",
                 *       "status": 400,
                 *       "detail": "limit: must be a whole number from 1 to 200",
                 *       "errors": [
                 *         {
                 *           "field": "limit",
                 *           "message": "must be a whole number from 1 to 200"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Seconds after which a repeat is worth while */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAgents: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
                q?: string;
                type?: "user" | "org";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAgentView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    createAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgent"];
                "application/yaml": components["schemas"]["NewAgent"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description Invalid input, every fault of it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The caller has as many agents as a member may have */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agent, or its card; as YAML what its author wrote, to be kept in Git */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                    "application/yaml": components["schemas"]["NewAgent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    deleteAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read: a 412 answers when another version is current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another version of it is current */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody else changed it: version 4 is current."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    patchAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read: a 412 answers when another version is current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentPatch"];
                "application/merge-patch+json": components["schemas"]["AgentPatch"];
                "application/yaml": components["schemas"]["AgentPatch"];
            };
        };
        responses: {
            /** @description The agent after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description Invalid input, every fault of it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another version of it is current */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody else changed it: version 4 is current."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    handOverAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read: a 412 answers when another version is current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverAgent"];
            };
        };
        responses: {
            /** @description The agent as the caller sees it now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description Not the id of an active member */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is the member's already, or there is no room for it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another version of it is current */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody else changed it: version 4 is current."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getAgentNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What counts for the agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such agent, or not visible */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    putAgentNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseNotifications"];
            };
        };
        responses: {
            /** @description What counts now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            /** @description Faults of the input, all at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such agent, or not visible */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    pauseAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read: a 412 answers when another version is current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PauseAgent"];
            };
        };
        responses: {
            /** @description The agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description Another version of it is current */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody else changed it: version 4 is current."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    remixAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RemixAgent"];
            };
        };
        responses: {
            /** @description The copy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description What the original says would not do today, every fault of it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller has as many agents as a member may have */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    resumeAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read: a 412 answers when another version is current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description Everything is stopped */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another version of it is current */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody else changed it: version 4 is current."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listAgentRuns: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
                status?: string;
                trigger?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    runNow: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunNow"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The agent is paused or stopped, or everything is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    openChat: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    startAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read: a 412 answers when another version is current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description Everything is stopped */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another version of it is current */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody else changed it: version 4 is current."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getAgentStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    stopAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read: a 412 answers when another version is current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description Another version of it is current */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody else changed it: version 4 is current."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listAgentVersions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent or version */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getAgentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields that can be written, as they were */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAgent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent or version */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    restoreAgentVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read: a 412 answers when another version is current. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agent after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description What it said would not do today, every fault of it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent or version */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another version of it is current */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:precondition-failed",
                     *       "title": "Changed meanwhile",
                     *       "status": 412,
                     *       "detail": "Somebody else changed it: version 4 is current."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description One or several actions, separated by commas, for example member.disabled */
                action?: string;
                /** @description Id of the member who acted */
                actorId?: string;
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Not before this time */
                from?: string;
                /** @description Items a page. */
                limit?: number;
                outcome?: "done" | "refused";
                /** @description Id of what it was done to */
                targetId?: string;
                /** @description Before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAuditEntry"];
                };
            };
            /** @description A parameter that cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    exportAudit: {
        parameters: {
            query: {
                /** @description One or several actions, separated by commas, for example member.disabled */
                action?: string;
                /** @description Id of the member who acted */
                actorId?: string;
                format: "csv" | "ndjson";
                /** @description Not before this time */
                from?: string;
                outcome?: "done" | "refused";
                /** @description Id of what it was done to */
                targetId?: string;
                /** @description Before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line an entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["AuditEntry"];
                };
            };
            /** @description A parameter that cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageEntry"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    installAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["InstallAgent"];
            };
        };
        responses: {
            /** @description Installed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getEmergencyStop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyStop"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    stopEverything: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopEverything"];
            };
        };
        responses: {
            /** @description Everything is stopped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyStop"];
                };
            };
            /** @description There is no reason */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description It is in force already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    releaseEmergencyStop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is stopped any more by it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyStop"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-Sent Events: `event` is the type, `id` the number to resume after, `data` the JSON value of the AsyncAPI document; `resync` comes first where the number is no longer kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageGroupView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupName"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such group */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The group is the provider's */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    patchGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupName"];
            };
        };
        responses: {
            /** @description The group after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The name is taken, or the group is the provider's */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listGroupMembers: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageGroupMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    addGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Is in the group */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such group or member */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The group is the provider's */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    removeGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Is not in the group any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such group, or the member is not in it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The group is the provider's */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listInvites: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
                state?: "open" | "used" | "expired" | "revoked";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageInvite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    createInvite: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvite"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invite, without its link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such invite */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    revokeInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody comes in with it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The invite was used already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    patchInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitePatch"];
            };
        };
        responses: {
            /** @description The invite after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The invite is not open any more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    patchMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPatch"];
            };
        };
        responses: {
            /** @description The member after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getDevice: {
        parameters: {
            query?: {
                userCode?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such code, or it has expired or been used */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many codes that were none */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Try again in a minute."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    decideDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceDecision"];
            };
        };
        responses: {
            /** @description Decided */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description It asks for more than what the caller has signed in with */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:forbidden",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "Your account may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such code, or it has expired or been used */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Decided already, or one access token too many */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description Too many codes that were none */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Try again in a minute."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getMyNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What counts for agents that choose nothing themselves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    putMyNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseNotifications"];
            };
        };
        responses: {
            /** @description What counts now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            /** @description Faults of the input, all at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The current password is wrong, or the new one cannot be used */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description The current password was wrong too often */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Try again in a minute."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listOwnSessions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSessionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The caller has no such session */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    findMembers: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
                q?: string;
                role?: "member" | "admin";
                state?: "active" | "disabled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageMemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such member */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    deleteMember: {
        parameters: {
            query?: {
                handOverTo?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such member */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is the last active admin */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    patchMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPatch"];
            };
        };
        responses: {
            /** @description The member after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such member */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is the last active admin */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such member */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The own password is changed, not reset */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageModelView"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                agentId?: string;
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
                status?: string;
                trigger?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listSteps: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Steps */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    stopRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StopRun"];
            };
        };
        responses: {
            /** @description It will stop, or end before */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stopping"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description It is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    previewSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewSchedule"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getSignInSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInSettings"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    testSignInSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInTest"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next key is published, and signs within a minute */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description Only admins */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:forbidden",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "Your account may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAccessToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccessToken"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedAccessToken"];
                };
            };
            /** @description Invalid input */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token would reach further than the caller's own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:forbidden",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "Your account may not do this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description One too many, or the Idempotency-Key had another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token, without its text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such token of the caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    deleteToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such token of the caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    patchToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessTokenPatch"];
            };
        };
        responses: {
            /** @description The token after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such token of the caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listTools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageToolView"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageWebhookView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhook"];
            };
        };
        responses: {
            /** @description Made, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Faults of the input, all at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The caller has as many webhooks as are allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook of the caller's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook of the caller's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    patchWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchWebhook"];
            };
        };
        responses: {
            /** @description The webhook after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Faults of the input, all at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:invalid",
                     *       "title": "Invalid input",
                     *       "status": 400,
                     *       "detail": "limit: must be a whole number from 1 to 200",
                     *       "errors": [
                     *         {
                     *           "field": "limit",
                     *           "message": "must be a whole number from 1 to 200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook of the caller's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageDeliveryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook of the caller's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    redeliverWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                deliveryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be sent; a line of its own in the delivery log */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook or delivery of the caller's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            /** @description As many messages as are allowed wait already */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Try again in a minute."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook, with its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook of the caller's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be sent; see the delivery log */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook of the caller's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            /** @description As many messages as are allowed wait already */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Try again in a minute."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    askForDeviceCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    client_id?: string;
                    scope?: string;
                };
            };
        };
        responses: {
            /** @description The codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceCodes"];
                };
            };
            /** @description invalid_request, invalid_client or invalid_scope */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    pollForDeviceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    grant_type?: string;
                    device_code?: string;
                    client_id?: string;
                };
            };
        };
        responses: {
            /** @description Approved; the token is given once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceToken"];
                };
            };
            /** @description authorization_pending, slow_down, access_denied, expired_token, invalid_grant, invalid_request or unsupported_grant_type */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    openInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invite is open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvite"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description There is no such invite, or it was revoked (invite-unknown) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was used (invite-used) or has expired (invite-expired) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description Unknown user name or wrong password */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:unauthorized",
                     *       "title": "Not signed in",
                     *       "status": 401,
                     *       "detail": "Sign in first."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description Too many wrong passwords for this account or from this address */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:too-many-requests",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Try again in a minute."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                nightshift_session?: string;
            };
        };
        requestBody?: never;
        responses: {
            /** @description Signed out here; the provider has a page to sign out there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    signedInAtProvider: {
        parameters: {
            query?: {
                error?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page asked for, or to the sign-in page with `error` */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description People do not sign in at a provider here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    signInAtProvider: {
        parameters: {
            query?: {
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or to the sign-in page with `error` */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description People do not sign in at a provider here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Made and signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such invite, or it was revoked (invite-unknown) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The invite was used (invite-used) or has expired (invite-expired), or the user name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "This Idempotency-Key was used with another body."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listBackgroundAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackgroundAgents"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    startBackgroundAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBackgroundAgent"];
            };
        };
        responses: {
            /** @description The new instance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackgroundAgentInstance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such agent, or the caller may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:nightshift:problem:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such agent."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    stopBackgroundAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StopBackgroundAgent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackgroundAgentInstance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
}
