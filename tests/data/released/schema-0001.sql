BEGIN TRANSACTION;
CREATE TABLE agreed_value (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	item_id VARCHAR(160) NOT NULL, 
	horizon VARCHAR(8) NOT NULL, 
	answer_kind VARCHAR NOT NULL, 
	answer_code INTEGER, 
	answer_reason TEXT, 
	note TEXT NOT NULL, 
	certainty VARCHAR NOT NULL, 
	CONSTRAINT pk_agreed_value PRIMARY KEY (assessment_id, item_id, horizon), 
	CONSTRAINT fk_agreed_value_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "agreed_value" VALUES('everything',1,'2026-03-02 09:00:02.000000','building.measurement','to-be','not-applicable',NULL,'𷉛','𝱤!󙊁','asserted');
INSERT INTO "agreed_value" VALUES('everything',1,'2026-03-02 09:00:02.000000','planning.definition','to-be','rated',0,'|Þ{ë','Æà','evidence-seen');
INSERT INTO "agreed_value" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing.continuous-improvement','as-is','not-applicable',NULL,'X','􁅪''𲫽}UæA','verified');
INSERT INTO "agreed_value" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing.control','as-is','rated',3,NULL,'򡚒0=XèÊ','asserted');
INSERT INTO "agreed_value" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing.ownership','as-is','rated',1,NULL,'os񀛕@','asserted');
INSERT INTO "agreed_value" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing.ownership','to-be','rated',0,'8򋱰ĞÕ®','þÏ򄮌','verified');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE assessment (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	created_at DATETIME NOT NULL, 
	name TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	unit TEXT, 
	assessed_on DATE NOT NULL, 
	framework_id VARCHAR NOT NULL, 
	framework_version VARCHAR NOT NULL, 
	framework_content_hash VARCHAR(64) NOT NULL, 
	depth VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	carry_percent FLOAT NOT NULL, 
	default_target_level INTEGER NOT NULL, 
	asks_to_be BOOLEAN NOT NULL, 
	anonymity_floor INTEGER NOT NULL, 
	scenario_id VARCHAR, 
	copied_from VARCHAR, 
	is_fictional BOOLEAN NOT NULL, 
	scope JSON NOT NULL, 
	CONSTRAINT pk_assessment PRIMARY KEY (id), 
	CONSTRAINT fk_assessment_framework_content_hash_framework FOREIGN KEY(framework_content_hash) REFERENCES framework (content_hash)
);
INSERT INTO "assessment" VALUES('everything',1,'2026-03-02 09:00:02.000000','2026-03-02 09:00:02.000000','Everything at once','Invented Ltd','North','2004-03-24','tiny','1.0.0','01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075','quick','draft',67.5,5,1,13,'late-releases','p1',1,'["planning"]');
INSERT INTO "assessment" VALUES('first-round',1,'2026-03-02 09:00:03.000000','2026-03-02 09:00:03.000000','First round','Invented Ltd','North','2024-03-01','tiny','1.0.0','01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075','full','draft',67.5,3,0,3,NULL,NULL,0,'["planning", "building", "releasing"]');
INSERT INTO "assessment" VALUES('same-names',1,'2026-03-02 09:00:04.000000','2026-03-02 09:00:04.000000','Second round','invented  LTD','NORTH','2025-03-01','tiny','1.0.0','01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075','full','draft',67.5,3,0,3,NULL,NULL,0,'["planning", "building", "releasing"]');
INSERT INTO "assessment" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','2026-03-02 09:00:05.000000','Whole house','INVENTED LTD',NULL,'2025-04-01','tiny','1.0.0','01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075','full','validated',67.5,3,0,3,NULL,NULL,0,'["planning", "building", "releasing"]');
INSERT INTO "assessment" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','2026-03-02 09:00:06.000000','Other spelling','Invented Limited','North','2025-05-01','tiny','1.0.0','01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075','full','draft',67.5,3,0,3,NULL,NULL,0,'["planning", "building", "releasing"]');
INSERT INTO "assessment" VALUES('signed',2,'2026-03-02 09:00:09.000000','2026-03-02 09:00:07.000000','Signed','invented ltd','South','2023-05-01','tiny','1.0.0','01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075','full','signed-off',67.5,3,0,3,NULL,NULL,0,'["planning", "building", "releasing"]');
CREATE TABLE assignment (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	respondent_id VARCHAR(64) NOT NULL, 
	process_id VARCHAR(80) NOT NULL, 
	attribute_ids JSON NOT NULL, 
	CONSTRAINT pk_assignment PRIMARY KEY (assessment_id, respondent_id, process_id), 
	CONSTRAINT fk_assignment_assessment_id_respondent_id_respondent FOREIGN KEY(assessment_id, respondent_id) REFERENCES respondent (assessment_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_assignment_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "assignment" VALUES('everything',1,'2026-03-02 09:00:02.000000','r-1','planning','["optimization", "continuous-improvement", "control"]');
CREATE TABLE chain (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	head VARCHAR NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_chain PRIMARY KEY (id)
);
INSERT INTO "chain" VALUES('everything',1,'f07acb4fb5fe677feae208116cef62a22744ca37fcebbf947c188c30c8377d96','2026-03-02 09:00:02.000000');
INSERT INTO "chain" VALUES('store',6,'cf88c3268b9b77ae409a69fc9bd36f1dafd7f34816baa75abca5cd80bb664c73','2026-03-02 09:00:07.000000');
INSERT INTO "chain" VALUES('first-round',3,'05854a9c9a2849ceb11c82bd9c6dd4e46549269f481dc47728efdbf661455ce3','2026-03-02 09:00:08.000000');
INSERT INTO "chain" VALUES('same-names',1,'7b73efbad9b6cb44d14efe4e21e47bfe49becb5b537cd265106e59cd7386a3ca','2026-03-02 09:00:04.000000');
INSERT INTO "chain" VALUES('no-unit',1,'fedeb5d467281e0f4202d8cdb95f16609b8bd871b2be7304943615257259ba01','2026-03-02 09:00:05.000000');
INSERT INTO "chain" VALUES('other-spelling',1,'51470bd830d889f5a92d0bcd7de63cd9c9c31bc87ca4d08c6dd528601c6e1adc','2026-03-02 09:00:06.000000');
INSERT INTO "chain" VALUES('signed',3,'744a8a33f2845421471ae0d133d2043afe10bc3d97c956973cff710c5a490b44','2026-03-02 09:00:09.000000');
CREATE TABLE critical_service (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	importance INTEGER NOT NULL, 
	process_ids JSON NOT NULL, 
	CONSTRAINT pk_critical_service PRIMARY KEY (assessment_id, id), 
	CONSTRAINT fk_critical_service_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "critical_service" VALUES('everything',1,'2026-03-02 09:00:02.000000','-8','𕇶¤ĉġĨ',2,'[]');
INSERT INTO "critical_service" VALUES('everything',1,'2026-03-02 09:00:02.000000','4--qmq','>ĊõĨ䞙',2,'[]');
INSERT INTO "critical_service" VALUES('everything',1,'2026-03-02 09:00:02.000000','ax','CïÓÏ',2,'[]');
INSERT INTO "critical_service" VALUES('everything',1,'2026-03-02 09:00:02.000000','h','¢j',5,'[]');
INSERT INTO "critical_service" VALUES('everything',1,'2026-03-02 09:00:02.000000','i978m488d0tb','jÄ𡤍Mĥ󍝅',2,'["releasing", "building"]');
INSERT INTO "critical_service" VALUES('everything',1,'2026-03-02 09:00:02.000000','uvqme8','¿R򼒗Z=',5,'["releasing"]');
CREATE TABLE flag (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	item_id VARCHAR(160) NOT NULL, 
	reason TEXT, 
	CONSTRAINT pk_flag PRIMARY KEY (assessment_id, item_id), 
	CONSTRAINT fk_flag_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "flag" VALUES('everything',1,'2026-03-02 09:00:02.000000','building.delivery',NULL);
INSERT INTO "flag" VALUES('everything',1,'2026-03-02 09:00:02.000000','building.ownership','`󬐇ā󰡪Ä');
CREATE TABLE framework (
	content_hash VARCHAR(64) NOT NULL, 
	framework_id VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	content TEXT NOT NULL, 
	archived_at DATETIME NOT NULL, 
	CONSTRAINT pk_framework PRIMARY KEY (content_hash)
);
INSERT INTO "framework" VALUES('01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075','tiny','1.0.0','{"attributes":[{"actions":[{"deliverable":"A record of delivery at P-.","effort":"S","evidence":"delivery seen at P-.","owner_role":"Process owner","prerequisite":null,"text":"Raise delivery of {process} to P-.","to":"P-"},{"deliverable":"A record of delivery at P+.","effort":"S","evidence":"delivery seen at P+.","owner_role":"Process owner","prerequisite":null,"text":"Raise delivery of {process} to P+.","to":"P+"},{"deliverable":"A record of delivery at L-.","effort":"M","evidence":"delivery seen at L-.","owner_role":"Process owner","prerequisite":null,"text":"Raise delivery of {process} to L-.","to":"L-"},{"deliverable":"A record of delivery at L+.","effort":"M","evidence":"delivery seen at L+.","owner_role":"Process owner","prerequisite":null,"text":"Raise delivery of {process} to L+.","to":"L+"},{"deliverable":"A record of delivery at F.","effort":"L","evidence":"delivery seen at F.","owner_role":"Process owner","prerequisite":null,"text":"Raise delivery of {process} to F.","to":"F"}],"asks_activities":true,"characteristic":null,"code":"D","id":"delivery","item":{"ask_for":["A record."],"good":"Good.","pitfall":null,"question":"How is delivery of {process}?","statements":["delivery of {process} at N.","delivery of {process} at P-.","delivery of {process} at P+.","delivery of {process} at L-.","delivery of {process} at L+.","delivery of {process} at F."]},"level":1,"meaning":"What delivery means.","name":"Delivery"},{"actions":[{"deliverable":"A record of ownership at P-.","effort":"S","evidence":"ownership seen at P-.","owner_role":"Process owner","prerequisite":null,"text":"Raise ownership of {process} to P-.","to":"P-"},{"deliverable":"A record of ownership at P+.","effort":"S","evidence":"ownership seen at P+.","owner_role":"Process owner","prerequisite":null,"text":"Raise ownership of {process} to P+.","to":"P+"},{"deliverable":"A record of ownership at L-.","effort":"M","evidence":"ownership seen at L-.","owner_role":"Process owner","prerequisite":null,"text":"Raise ownership of {process} to L-.","to":"L-"},{"deliverable":"A record of ownership at L+.","effort":"M","evidence":"ownership seen at L+.","owner_role":"Process owner","prerequisite":null,"text":"Raise ownership of {process} to L+.","to":"L+"},{"deliverable":"A record of ownership at F.","effort":"L","evidence":"ownership seen at F.","owner_role":"Process owner","prerequisite":null,"text":"Raise ownership of {process} to F.","to":"F"}],"asks_activities":false,"characteristic":1,"code":"C1","id":"ownership","item":{"ask_for":["A record."],"good":"Good.","pitfall":null,"question":"How is ownership of {process}?","statements":["ownership of {process} at N.","ownership of {process} at P-.","ownership of {process} at P+.","ownership of {process} at L-.","ownership of {process} at L+.","ownership of {process} at F."]},"level":2,"meaning":"What ownership means.","name":"Ownership"},{"actions":[{"deliverable":"A record of quality-control at P-.","effort":"S","evidence":"quality-control seen at P-.","owner_role":"Process owner","prerequisite":null,"text":"Raise quality-control of {process} to P-.","to":"P-"},{"deliverable":"A record of quality-control at P+.","effort":"S","evidence":"quality-control seen at P+.","owner_role":"Process owner","prerequisite":null,"text":"Raise quality-control of {process} to P+.","to":"P+"},{"deliverable":"A record of quality-control at L-.","effort":"M","evidence":"quality-control seen at L-.","owner_role":"Process owner","prerequisite":null,"text":"Raise quality-control of {process} to L-.","to":"L-"},{"deliverable":"A record of quality-control at L+.","effort":"M","evidence":"quality-control seen at L+.","owner_role":"Process owner","prerequisite":null,"text":"Raise quality-control of {process} to L+.","to":"L+"},{"deliverable":"A record of quality-control at F.","effort":"L","evidence":"quality-control seen at F.","owner_role":"Process owner","prerequisite":null,"text":"Raise quality-control of {process} to F.","to":"F"}],"asks_activities":true,"characteristic":null,"code":"Q","id":"quality-control","item":{"ask_for":["A record."],"good":"Good.","pitfall":null,"question":"How is quality-control of {process}?","statements":["quality-control of {process} at N.","quality-control of {process} at P-.","quality-control of {process} at P+.","quality-control of {process} at L-.","quality-control of {process} at L+.","quality-control of {process} at F."]},"level":2,"meaning":"What quality-control means.","name":"Quality control"},{"actions":[{"deliverable":"A record of definition at P-.","effort":"S","evidence":"definition seen at P-.","owner_role":"Process owner","prerequisite":null,"text":"Raise definition of {process} to P-.","to":"P-"},{"deliverable":"A record of definition at P+.","effort":"S","evidence":"definition seen at P+.","owner_role":"Process owner","prerequisite":null,"text":"Raise definition of {process} to P+.","to":"P+"},{"deliverable":"A record of definition at L-.","effort":"M","evidence":"definition seen at L-.","owner_role":"Process owner","prerequisite":null,"text":"Raise definition of {process} to L-.","to":"L-"},{"deliverable":"A record of definition at L+.","effort":"M","evidence":"definition seen at L+.","owner_role":"Process owner","prerequisite":null,"text":"Raise definition of {process} to L+.","to":"L+"},{"deliverable":"A record of definition at F.","effort":"L","evidence":"definition seen at F.","owner_role":"Process owner","prerequisite":null,"text":"Raise definition of {process} to F.","to":"F"}],"asks_activities":false,"characteristic":6,"code":"C6","id":"definition","item":{"ask_for":["A record."],"good":"Good.","pitfall":null,"question":"How is definition of {process}?","statements":["definition of {process} at N.","definition of {process} at P-.","definition of {process} at P+.","definition of {process} at L-.","definition of {process} at L+.","definition of {process} at F."]},"level":3,"meaning":"What definition means.","name":"Definition"},{"actions":[{"deliverable":"A record of measurement at P-.","effort":"S","evidence":"measurement seen at P-.","owner_role":"Process owner","prerequisite":null,"text":"Raise measurement of {process} to P-.","to":"P-"},{"deliverable":"A record of measurement at P+.","effort":"S","evidence":"measurement seen at P+.","owner_role":"Process owner","prerequisite":null,"text":"Raise measurement of {process} to P+.","to":"P+"},{"deliverable":"A record of measurement at L-.","effort":"M","evidence":"measurement seen at L-.","owner_role":"Process owner","prerequisite":null,"text":"Raise measurement of {process} to L-.","to":"L-"},{"deliverable":"A record of measurement at L+.","effort":"M","evidence":"measurement seen at L+.","owner_role":"Process owner","prerequisite":null,"text":"Raise measurement of {process} to L+.","to":"L+"},{"deliverable":"A record of measurement at F.","effort":"L","evidence":"measurement seen at F.","owner_role":"Process owner","prerequisite":null,"text":"Raise measurement of {process} to F.","to":"F"}],"asks_activities":false,"characteristic":2,"code":"C2","id":"measurement","item":{"ask_for":["A record."],"good":"Good.","pitfall":null,"question":"How is measurement of {process}?","statements":["measurement of {process} at N.","measurement of {process} at P-.","measurement of {process} at P+.","measurement of {process} at L-.","measurement of {process} at L+.","measurement of {process} at F."]},"level":4,"meaning":"What measurement means.","name":"Measurement"},{"actions":[{"deliverable":"A record of control at P-.","effort":"S","evidence":"control seen at P-.","owner_role":"Process owner","prerequisite":null,"text":"Raise control of {process} to P-.","to":"P-"},{"deliverable":"A record of control at P+.","effort":"S","evidence":"control seen at P+.","owner_role":"Process owner","prerequisite":null,"text":"Raise control of {process} to P+.","to":"P+"},{"deliverable":"A record of control at L-.","effort":"M","evidence":"control seen at L-.","owner_role":"Process owner","prerequisite":null,"text":"Raise control of {process} to L-.","to":"L-"},{"deliverable":"A record of control at L+.","effort":"M","evidence":"control seen at L+.","owner_role":"Process owner","prerequisite":null,"text":"Raise control of {process} to L+.","to":"L+"},{"deliverable":"A record of control at F.","effort":"L","evidence":"control seen at F.","owner_role":"Process owner","prerequisite":null,"text":"Raise control of {process} to F.","to":"F"}],"asks_activities":false,"characteristic":3,"code":"C3","id":"control","item":{"ask_for":["A record."],"good":"Good.","pitfall":null,"question":"How is control of {process}?","statements":["control of {process} at N.","control of {process} at P-.","control of {process} at P+.","control of {process} at L-.","control of {process} at L+.","control of {process} at F."]},"level":4,"meaning":"What control means.","name":"Control"},{"actions":[{"deliverable":"A record of optimization at P-.","effort":"S","evidence":"optimization seen at P-.","owner_role":"Process owner","prerequisite":null,"text":"Raise optimization of {process} to P-.","to":"P-"},{"deliverable":"A record of optimization at P+.","effort":"S","evidence":"optimization seen at P+.","owner_role":"Process owner","prerequisite":null,"text":"Raise optimization of {process} to P+.","to":"P+"},{"deliverable":"A record of optimization at L-.","effort":"M","evidence":"optimization seen at L-.","owner_role":"Process owner","prerequisite":null,"text":"Raise optimization of {process} to L-.","to":"L-"},{"deliverable":"A record of optimization at L+.","effort":"M","evidence":"optimization seen at L+.","owner_role":"Process owner","prerequisite":null,"text":"Raise optimization of {process} to L+.","to":"L+"},{"deliverable":"A record of optimization at F.","effort":"L","evidence":"optimization seen at F.","owner_role":"Process owner","prerequisite":null,"text":"Raise optimization of {process} to F.","to":"F"}],"asks_activities":false,"characteristic":4,"code":"C4","id":"optimization","item":{"ask_for":["A record."],"good":"Good.","pitfall":null,"question":"How is optimization of {process}?","statements":["optimization of {process} at N.","optimization of {process} at P-.","optimization of {process} at P+.","optimization of {process} at L-.","optimization of {process} at L+.","optimization of {process} at F."]},"level":5,"meaning":"What optimization means.","name":"Optimization"},{"actions":[{"deliverable":"A record of continuous-improvement at P-.","effort":"S","evidence":"continuous-improvement seen at P-.","owner_role":"Process owner","prerequisite":null,"text":"Raise continuous-improvement of {process} to P-.","to":"P-"},{"deliverable":"A record of continuous-improvement at P+.","effort":"S","evidence":"continuous-improvement seen at P+.","owner_role":"Process owner","prerequisite":null,"text":"Raise continuous-improvement of {process} to P+.","to":"P+"},{"deliverable":"A record of continuous-improvement at L-.","effort":"M","evidence":"continuous-improvement seen at L-.","owner_role":"Process owner","prerequisite":null,"text":"Raise continuous-improvement of {process} to L-.","to":"L-"},{"deliverable":"A record of continuous-improvement at L+.","effort":"M","evidence":"continuous-improvement seen at L+.","owner_role":"Process owner","prerequisite":null,"text":"Raise continuous-improvement of {process} to L+.","to":"L+"},{"deliverable":"A record of continuous-improvement at F.","effort":"L","evidence":"continuous-improvement seen at F.","owner_role":"Process owner","prerequisite":null,"text":"Raise continuous-improvement of {process} to F.","to":"F"}],"asks_activities":false,"characteristic":5,"code":"C5","id":"continuous-improvement","item":{"ask_for":["A record."],"good":"Good.","pitfall":null,"question":"How is continuous-improvement of {process}?","statements":["continuous-improvement of {process} at N.","continuous-improvement of {process} at P-.","continuous-improvement of {process} at P+.","continuous-improvement of {process} at L-.","continuous-improvement of {process} at L+.","continuous-improvement of {process} at F."]},"level":5,"meaning":"What continuous-improvement means.","name":"Continuous improvement"}],"description":"Invented for tests.","glossary":[{"meaning":"One level up.","term":"step"}],"groups":[{"id":"group-1","name":"Group 1","processes":["planning","building"],"purpose":"Holds processes."},{"id":"group-2","name":"Group 2","processes":["releasing"],"purpose":"Holds processes."}],"id":"tiny","independence":"Nobody is behind it.","levels":[{"level":0,"meaning":"The work is incomplete.","name":"Incomplete"},{"level":1,"meaning":"The work is performed.","name":"Performed"},{"level":2,"meaning":"The work is managed.","name":"Managed"},{"level":3,"meaning":"The work is established.","name":"Established"},{"level":4,"meaning":"The work is controlled.","name":"Controlled"},{"level":5,"meaning":"The work is improving.","name":"Improving"}],"linkages":[{"flow":"Something.","from_process":"planning","id":"planning-to-building","is_hard":true,"kind":"stated","lines":null,"question":"Does it arrive?","to_process":"building","working":"It arrives."},{"flow":"Something.","from_process":"building","id":"building-to-releasing","is_hard":true,"kind":"stated","lines":null,"question":"Does it arrive?","to_process":"releasing","working":"It arrives."},{"flow":"Something.","from_process":"releasing","id":"releasing-to-planning","is_hard":false,"kind":"interaction","lines":null,"question":"Does it arrive?","to_process":"planning","working":"It arrives."}],"name":"Tiny framework","owner_checklist":[{"id":"respected","lines":null,"text":"Respected by peers."}],"processes":[{"activities":[{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-1","line":null,"name":"Deliver 1","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-1?","weight":1.0},{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-2","line":null,"name":"Deliver 2","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-2?","weight":1.0},{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-3","line":null,"name":"Deliver 3","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-3?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"check-1","line":null,"name":"Check 1","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you check-1?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"check-2","line":null,"name":"Check 2","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you check-2?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"improve-process","line":null,"name":"Improve process","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you improve-process?","weight":0.0}],"attributes":[],"confused_with":[],"crosswalk":[],"ends":"At the end.","guide":null,"id":"planning","in_the_room":["Owner"],"line":null,"metrics":[],"name":"Planning","origin":"extension","purpose":"Does something.","starts":"At the start.","why":"It matters."},{"activities":[{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-1","line":null,"name":"Deliver 1","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-1?","weight":1.0},{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-2","line":null,"name":"Deliver 2","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-2?","weight":1.0},{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-3","line":null,"name":"Deliver 3","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-3?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"check-1","line":null,"name":"Check 1","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you check-1?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"check-2","line":null,"name":"Check 2","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you check-2?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"improve-process","line":null,"name":"Improve process","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you improve-process?","weight":0.0}],"attributes":[],"confused_with":[],"crosswalk":[],"ends":"At the end.","guide":null,"id":"building","in_the_room":["Owner"],"line":null,"metrics":[],"name":"Building","origin":"extension","purpose":"Does something.","starts":"At the start.","why":"It matters."},{"activities":[{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-1","line":null,"name":"Deliver 1","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-1?","weight":1.0},{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-2","line":null,"name":"Deliver 2","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-2?","weight":1.0},{"ask_for":["A record."],"attribute":"delivery","good":"Good.","id":"deliver-3","line":null,"name":"Deliver 3","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you deliver-3?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"check-1","line":null,"name":"Check 1","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you check-1?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"check-2","line":null,"name":"Check 2","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you check-2?","weight":1.0},{"ask_for":["A record."],"attribute":"quality-control","good":"Good.","id":"improve-process","line":null,"name":"Improve process","origin":"extension","overlaps":[],"pitfall":null,"question":"Do you improve-process?","weight":0.0}],"attributes":[],"confused_with":[],"crosswalk":[],"ends":"At the end.","guide":null,"id":"releasing","in_the_room":["Owner"],"line":null,"metrics":[],"name":"Releasing","origin":"extension","purpose":"Does something.","starts":"At the start.","why":"It matters."}],"readiness":[{"good":"Each is.","id":"roles","question":"Are the roles defined?","risk":"Nobody knows who does what."},{"good":"There is.","id":"sponsor","question":"Is there a sponsor?","risk":"Nobody pays for it."}],"scale":[{"code":0,"letter":"N","name":"Point 0","statement":"One sees point 0."},{"code":1,"letter":"P-","name":"Point 1","statement":"One sees point 1."},{"code":2,"letter":"P+","name":"Point 2","statement":"One sees point 2."},{"code":3,"letter":"L-","name":"Point 3","statement":"One sees point 3."},{"code":4,"letter":"L+","name":"Point 4","statement":"One sees point 4."},{"code":5,"letter":"F","name":"Point 5","statement":"One sees point 5."}],"scenarios":[{"id":"late-releases","lines":null,"processes":[{"origin":"extension","pain":5,"process":"planning"},{"origin":"extension","pain":4,"process":"building"}],"story":"Every release is late.","title":"Releases are late","why":"Planning is missing."}],"sourcing":[{"code":0,"id":"in-house","meaning":"Work done in-house.","name":"in-house"},{"code":1,"id":"mixed","meaning":"Work done mixed.","name":"mixed"},{"code":2,"id":"outsourced","meaning":"Work done outsourced.","name":"outsourced"}],"technology":[{"code":0,"id":"tool-0","meaning":"Tool of kind 0.","name":"Tool 0"},{"code":1,"id":"tool-1","meaning":"Tool of kind 1.","name":"Tool 1"},{"code":2,"id":"tool-2","meaning":"Tool of kind 2.","name":"Tool 2"},{"code":3,"id":"tool-3","meaning":"Tool of kind 3.","name":"Tool 3"},{"code":4,"id":"tool-4","meaning":"Tool of kind 4.","name":"Tool 4"},{"code":5,"id":"tool-5","meaning":"Tool of kind 5.","name":"Tool 5"}],"transitions":[{"from_name":"Craft","from_text":"By hand.","id":"craft-to-system","lines":null,"to_name":"System","to_text":"By system."}],"universal":[{"counts_in_leverage":true,"flow":"Plans.","from_process":"planning","id":"planning-to-all","lines":null,"to_process":"*"},{"counts_in_leverage":false,"flow":"Wishes.","from_process":"*","id":"all-to-planning","lines":null,"to_process":"planning"}],"version":"1.0.0"}','2026-03-02 09:00:01.000000');
CREATE TABLE journal (
	chain_id VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	actor_id VARCHAR NOT NULL, 
	operation VARCHAR NOT NULL, 
	what TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (chain_id, seq)
);
INSERT INTO "journal" VALUES('everything',1,'2026-03-02T09:00:02+00:00','local','test.create','assessment',NULL,'{"counts":{"agreed":6,"assignments":1,"critical_services":6,"flags":2,"linkage_ratings":3,"notes":4,"opinions":4,"owners":2,"ratings":4,"readiness":5,"respondents":4,"roadmap":1,"sourcing":3,"targets":3,"technology":3,"transitions":1},"header":{"anonymity_floor":13,"asks_to_be":true,"assessed_on":"2004-03-24","carry_percent":67.5,"copied_from":"p1","default_target_level":5,"depth":"quick","framework":{"content_hash":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075","id":"tiny","version":"1.0.0"},"id":"everything","is_fictional":true,"name":"Everything at once","organisation":"Invented Ltd","scenario_id":"late-releases","state":"draft","unit":"North"},"scope":["planning"]}','f07acb4fb5fe677feae208116cef62a22744ca37fcebbf947c188c30c8377d96');
INSERT INTO "journal" VALUES('store',1,'2026-03-02T09:00:02+00:00','local','test.create','assessment everything',NULL,'{"framework":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075"}','1efafdb1acb8dd87cc4f2ac4d92eabe6065242b3b6e186b3ebcf68e6da87266e');
INSERT INTO "journal" VALUES('first-round',1,'2026-03-02T09:00:03+00:00','local','test.create','assessment',NULL,'{"counts":{"agreed":0,"assignments":0,"critical_services":0,"flags":0,"linkage_ratings":0,"notes":0,"opinions":0,"owners":0,"ratings":104,"readiness":0,"respondents":3,"roadmap":0,"sourcing":0,"targets":0,"technology":0,"transitions":0},"header":{"anonymity_floor":3,"asks_to_be":false,"assessed_on":"2024-03-01","carry_percent":67.5,"copied_from":null,"default_target_level":3,"depth":"full","framework":{"content_hash":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075","id":"tiny","version":"1.0.0"},"id":"first-round","is_fictional":false,"name":"First round","organisation":"Invented Ltd","scenario_id":null,"state":"draft","unit":"North"},"scope":["planning","building","releasing"]}','67046fec6673cce3371f45c001828e0f80ebe145e24bf9cdd9fdd4c96d8f13fd');
INSERT INTO "journal" VALUES('store',2,'2026-03-02T09:00:03+00:00','local','test.create','assessment first-round',NULL,'{"framework":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075"}','190bf2c15bd3ccd61e1235e5362a4ad7c40f5cdf171ce6db8178c218e214965d');
INSERT INTO "journal" VALUES('same-names',1,'2026-03-02T09:00:04+00:00','local','test.create','assessment',NULL,'{"counts":{"agreed":0,"assignments":0,"critical_services":0,"flags":0,"linkage_ratings":0,"notes":0,"opinions":0,"owners":0,"ratings":7,"readiness":0,"respondents":3,"roadmap":0,"sourcing":0,"targets":0,"technology":0,"transitions":0},"header":{"anonymity_floor":3,"asks_to_be":false,"assessed_on":"2025-03-01","carry_percent":67.5,"copied_from":null,"default_target_level":3,"depth":"full","framework":{"content_hash":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075","id":"tiny","version":"1.0.0"},"id":"same-names","is_fictional":false,"name":"Second round","organisation":"invented  LTD","scenario_id":null,"state":"draft","unit":"NORTH"},"scope":["planning","building","releasing"]}','7b73efbad9b6cb44d14efe4e21e47bfe49becb5b537cd265106e59cd7386a3ca');
INSERT INTO "journal" VALUES('store',3,'2026-03-02T09:00:04+00:00','local','test.create','assessment same-names',NULL,'{"framework":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075"}','01b01f403e12da5b5b9c1ddb1a97a0d8ee0ea9ce8c887cae02e6735f38718f3d');
INSERT INTO "journal" VALUES('no-unit',1,'2026-03-02T09:00:05+00:00','local','test.create','assessment',NULL,'{"counts":{"agreed":0,"assignments":0,"critical_services":0,"flags":0,"linkage_ratings":0,"notes":0,"opinions":0,"owners":0,"ratings":5,"readiness":0,"respondents":3,"roadmap":0,"sourcing":0,"targets":0,"technology":0,"transitions":0},"header":{"anonymity_floor":3,"asks_to_be":false,"assessed_on":"2025-04-01","carry_percent":67.5,"copied_from":null,"default_target_level":3,"depth":"full","framework":{"content_hash":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075","id":"tiny","version":"1.0.0"},"id":"no-unit","is_fictional":false,"name":"Whole house","organisation":"INVENTED LTD","scenario_id":null,"state":"validated","unit":null},"scope":["planning","building","releasing"]}','fedeb5d467281e0f4202d8cdb95f16609b8bd871b2be7304943615257259ba01');
INSERT INTO "journal" VALUES('store',4,'2026-03-02T09:00:05+00:00','local','test.create','assessment no-unit',NULL,'{"framework":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075"}','f56e3be98a258bb2af9bdd791f63a892fb8cb3ef029a9aafb8e1b73b4f5bb985');
INSERT INTO "journal" VALUES('other-spelling',1,'2026-03-02T09:00:06+00:00','local','test.create','assessment',NULL,'{"counts":{"agreed":0,"assignments":0,"critical_services":0,"flags":0,"linkage_ratings":0,"notes":0,"opinions":0,"owners":0,"ratings":9,"readiness":0,"respondents":3,"roadmap":0,"sourcing":0,"targets":0,"technology":0,"transitions":0},"header":{"anonymity_floor":3,"asks_to_be":false,"assessed_on":"2025-05-01","carry_percent":67.5,"copied_from":null,"default_target_level":3,"depth":"full","framework":{"content_hash":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075","id":"tiny","version":"1.0.0"},"id":"other-spelling","is_fictional":false,"name":"Other spelling","organisation":"Invented Limited","scenario_id":null,"state":"draft","unit":"North"},"scope":["planning","building","releasing"]}','51470bd830d889f5a92d0bcd7de63cd9c9c31bc87ca4d08c6dd528601c6e1adc');
INSERT INTO "journal" VALUES('store',5,'2026-03-02T09:00:06+00:00','local','test.create','assessment other-spelling',NULL,'{"framework":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075"}','4c1326d82dbc6e52be113e0b09b2b39be3a03306bc3b6e90dd5fe5fc2f176130');
INSERT INTO "journal" VALUES('signed',1,'2026-03-02T09:00:07+00:00','local','test.create','assessment',NULL,'{"counts":{"agreed":0,"assignments":0,"critical_services":0,"flags":0,"linkage_ratings":0,"notes":0,"opinions":0,"owners":0,"ratings":0,"readiness":0,"respondents":3,"roadmap":0,"sourcing":0,"targets":0,"technology":0,"transitions":0},"header":{"anonymity_floor":3,"asks_to_be":false,"assessed_on":"2023-05-01","carry_percent":67.5,"copied_from":null,"default_target_level":3,"depth":"full","framework":{"content_hash":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075","id":"tiny","version":"1.0.0"},"id":"signed","is_fictional":false,"name":"Signed","organisation":"invented ltd","scenario_id":null,"state":"draft","unit":"South"},"scope":["planning","building","releasing"]}','42e70e83093a50adf7fbaa39c65ed66da269105803a323ea97cbe88754eeb63b');
INSERT INTO "journal" VALUES('store',6,'2026-03-02T09:00:07+00:00','local','test.create','assessment signed',NULL,'{"framework":"01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075"}','cf88c3268b9b77ae409a69fc9bd36f1dafd7f34816baa75abca5cd80bb664c73');
INSERT INTO "journal" VALUES('first-round',2,'2026-03-02T09:00:08+00:00','local','test.change','answer r1 planning.deliver-1 as-is','{"answer_code":1,"answer_kind":"rated","answer_reason":null,"horizon":"as-is","item_id":"planning.deliver-1","respondent_id":"r1"}','{"answer_code":4,"answer_kind":"rated","answer_reason":null,"horizon":"as-is","item_id":"planning.deliver-1","respondent_id":"r1"}','cc69d68e5ba347129e0dabc5b7122d1496f14efef3f70d23bcd81525df594202');
INSERT INTO "journal" VALUES('first-round',3,'2026-03-02T09:00:08+00:00','local','test.change','owner planning',NULL,'{"authority":null,"name":"p-29bd38454bafb762","process_id":"planning","sponsor":"p-3bb38208c92af103"}','05854a9c9a2849ceb11c82bd9c6dd4e46549269f481dc47728efdbf661455ce3');
INSERT INTO "journal" VALUES('signed',2,'2026-03-02T09:00:09+00:00','local','test.sign-off','header','{"state":"draft"}','{"state":"signed-off"}','6777a67cf12b19b41d1e0a10442db4d891046b3201eb5f0a5c87efd3f3e17626');
INSERT INTO "journal" VALUES('signed',3,'2026-03-02T09:00:09+00:00','local','test.sign-off','snapshot',NULL,'{"approver":"p-b06e140e434f12df","hash":"2bd6d840e34a96864d89ed3ca51a5d5a217df4006830fbb7e5b403dbe2a09d12"}','744a8a33f2845421471ae0d133d2043afe10bc3d97c956973cff710c5a490b44');
CREATE TABLE linkage_rating (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	linkage_id VARCHAR(80) NOT NULL, 
	answer_kind VARCHAR NOT NULL, 
	answer_code INTEGER, 
	answer_reason TEXT, 
	note TEXT, 
	CONSTRAINT pk_linkage_rating PRIMARY KEY (assessment_id, linkage_id), 
	CONSTRAINT fk_linkage_rating_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "linkage_rating" VALUES('everything',1,'2026-03-02 09:00:02.000000','building-to-releasing','dont-know',NULL,'GËd½Õ+Ĵ',NULL);
INSERT INTO "linkage_rating" VALUES('everything',1,'2026-03-02 09:00:02.000000','planning-to-building','rated',5,'HÕ󸋾"Ĩ򼄖',NULL);
INSERT INTO "linkage_rating" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing-to-planning','not-applicable',NULL,'ä񦽏s','C');
CREATE TABLE note (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	respondent_id VARCHAR(64) NOT NULL, 
	item_id VARCHAR(160) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	is_released BOOLEAN NOT NULL, 
	CONSTRAINT pk_note PRIMARY KEY (assessment_id, respondent_id, item_id, kind), 
	CONSTRAINT fk_note_assessment_id_respondent_id_respondent FOREIGN KEY(assessment_id, respondent_id) REFERENCES respondent (assessment_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_note_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "note" VALUES('everything',1,'2026-03-02 09:00:02.000000','7f3c','building.control','note','æðmÈ©O\',0);
INSERT INTO "note" VALUES('everything',1,'2026-03-02 09:00:02.000000','7f3c','releasing.definition','evidence','𨇾󜾖􄖨þí',1);
INSERT INTO "note" VALUES('everything',1,'2026-03-02 09:00:02.000000','a','releasing.optimization','note','񩡴',1);
INSERT INTO "note" VALUES('everything',1,'2026-03-02 09:00:02.000000','r-1','releasing.measurement','evidence','¯ÃæË½󺰡',0);
CREATE TABLE opinion (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	respondent_id VARCHAR(64) NOT NULL, 
	process_id VARCHAR(80) NOT NULL, 
	pain INTEGER, 
	importance INTEGER, 
	CONSTRAINT pk_opinion PRIMARY KEY (assessment_id, respondent_id, process_id), 
	CONSTRAINT fk_opinion_assessment_id_respondent_id_respondent FOREIGN KEY(assessment_id, respondent_id) REFERENCES respondent (assessment_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_opinion_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "opinion" VALUES('everything',1,'2026-03-02 09:00:02.000000','0-9','building',2,NULL);
INSERT INTO "opinion" VALUES('everything',1,'2026-03-02 09:00:02.000000','0-9','planning',3,0);
INSERT INTO "opinion" VALUES('everything',1,'2026-03-02 09:00:02.000000','7f3c','building',0,4);
INSERT INTO "opinion" VALUES('everything',1,'2026-03-02 09:00:02.000000','7f3c','releasing',2,NULL);
CREATE TABLE owner (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	process_id VARCHAR(80) NOT NULL, 
	name VARCHAR, 
	authority VARCHAR, 
	sponsor VARCHAR, 
	CONSTRAINT pk_owner PRIMARY KEY (assessment_id, process_id), 
	CONSTRAINT fk_owner_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "owner" VALUES('everything',1,'2026-03-02 09:00:02.000000','building',NULL,NULL,'p-09a999875a661c1f');
INSERT INTO "owner" VALUES('everything',1,'2026-03-02 09:00:02.000000','planning','p-2dad48d2fa0105f6',NULL,'p-94a7e14c4631e79b');
INSERT INTO "owner" VALUES('first-round',3,'2026-03-02 09:00:08.000000','planning','p-29bd38454bafb762',NULL,'p-3bb38208c92af103');
CREATE TABLE person (
	assessment_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (assessment_id, id), 
	CONSTRAINT fk_person_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "person" VALUES('everything','p-8de89f4aa48e9870','Þ񾖻');
INSERT INTO "person" VALUES('everything','p-63ca796b1ced8554','򻊨ĶĖĸ𷀒ęo򃒮ö󩼄ëìÜī>󴬦Ć¼');
INSERT INTO "person" VALUES('everything','p-09a999875a661c1f','eĜGU𕱔À󘲼Ămy򅷨ąÕ🞒ãÄ');
INSERT INTO "person" VALUES('everything','p-2dad48d2fa0105f6','𗠴ıį𱮸𷢓Ì򒉠Qd񇝂ßċE򴑶>­ę8ô]`򭅭');
INSERT INTO "person" VALUES('everything','p-94a7e14c4631e79b','Ĵ򽳶ďÌ􋖈Ĉđ´¿񸤺񘥼񕖊');
INSERT INTO "person" VALUES('first-round','p-670ce14930e13d61','Person 1');
INSERT INTO "person" VALUES('first-round','p-136814fcfc6f07f2','Person 2');
INSERT INTO "person" VALUES('first-round','p-bd14b998c01fa086','Person 3');
INSERT INTO "person" VALUES('same-names','p-be7eadbdd6232d7c','Person 1');
INSERT INTO "person" VALUES('same-names','p-9923aa7b61bc3997','Person 2');
INSERT INTO "person" VALUES('same-names','p-220f0558369b56bb','Person 3');
INSERT INTO "person" VALUES('no-unit','p-fd054e91589e9b1f','Person 1');
INSERT INTO "person" VALUES('no-unit','p-70b8c0e049838a4a','Person 2');
INSERT INTO "person" VALUES('no-unit','p-3c20fb4a74ef6e7d','Person 3');
INSERT INTO "person" VALUES('other-spelling','p-2119398dd1988666','Person 1');
INSERT INTO "person" VALUES('other-spelling','p-bd68836425251a7f','Person 2');
INSERT INTO "person" VALUES('other-spelling','p-3ea5d5a67144b42d','Person 3');
INSERT INTO "person" VALUES('signed','p-7bfab99423835951','Person 1');
INSERT INTO "person" VALUES('signed','p-a64da8264eb87857','Person 2');
INSERT INTO "person" VALUES('signed','p-ba2498cccce333b6','Person 3');
INSERT INTO "person" VALUES('first-round','p-29bd38454bafb762','Ann Example');
INSERT INTO "person" VALUES('first-round','p-3bb38208c92af103','Ben Example');
INSERT INTO "person" VALUES('signed','p-b06e140e434f12df','Ann Example');
CREATE TABLE rating (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	respondent_id VARCHAR(64) NOT NULL, 
	item_id VARCHAR(160) NOT NULL, 
	horizon VARCHAR(8) NOT NULL, 
	answer_kind VARCHAR NOT NULL, 
	answer_code INTEGER, 
	answer_reason TEXT, 
	CONSTRAINT pk_rating PRIMARY KEY (assessment_id, respondent_id, item_id, horizon), 
	CONSTRAINT fk_rating_assessment_id_respondent_id_respondent FOREIGN KEY(assessment_id, respondent_id) REFERENCES respondent (assessment_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_rating_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "rating" VALUES('everything',1,'2026-03-02 09:00:02.000000','0-9','releasing.quality-control','to-be','dont-know',NULL,'0ûĀ¶𦳺ďO1f2');
INSERT INTO "rating" VALUES('everything',1,'2026-03-02 09:00:02.000000','7f3c','building.optimization','to-be','rated',1,NULL);
INSERT INTO "rating" VALUES('everything',1,'2026-03-02 09:00:02.000000','7f3c','building.ownership','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('everything',1,'2026-03-02 09:00:02.000000','a','releasing.quality-control','to-be','dont-know',NULL,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.check-1','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.check-2','as-is','dont-know',NULL,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.continuous-improvement','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.control','as-is','dont-know',NULL,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.definition','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.deliver-1','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.deliver-2','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.deliver-3','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.improve-process','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.measurement','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.optimization','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','building.ownership','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.check-1','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.check-2','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.continuous-improvement','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.control','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.definition','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',2,'2026-03-02 09:00:08.000000','r1','planning.deliver-1','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.deliver-3','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.improve-process','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.measurement','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','planning.ownership','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.check-1','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.check-2','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.continuous-improvement','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.control','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.definition','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.deliver-1','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.deliver-2','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.deliver-3','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.improve-process','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.measurement','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.optimization','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','releasing.ownership','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.check-1','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.continuous-improvement','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.control','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.definition','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.deliver-1','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.deliver-2','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.deliver-3','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.improve-process','as-is','dont-know',NULL,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.measurement','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.optimization','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','building.ownership','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.check-1','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.check-2','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.continuous-improvement','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.control','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.definition','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.deliver-1','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.deliver-3','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.improve-process','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.measurement','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.optimization','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','planning.ownership','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.check-1','as-is','dont-know',NULL,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.check-2','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.continuous-improvement','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.control','as-is','dont-know',NULL,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.definition','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.deliver-1','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.deliver-3','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.improve-process','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.measurement','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.optimization','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','releasing.ownership','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.check-1','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.check-2','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.continuous-improvement','as-is','dont-know',NULL,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.control','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.definition','as-is','dont-know',NULL,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.deliver-1','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.deliver-2','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.deliver-3','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.improve-process','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.measurement','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.optimization','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','building.ownership','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.check-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.continuous-improvement','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.control','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.definition','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.deliver-1','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.deliver-3','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.improve-process','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.measurement','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.optimization','as-is','rated',0,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','planning.ownership','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.check-1','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.check-2','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.continuous-improvement','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.control','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.definition','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.deliver-1','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.deliver-2','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.deliver-3','as-is','rated',5,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.improve-process','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.measurement','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.optimization','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','releasing.ownership','as-is','rated',4,NULL);
INSERT INTO "rating" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r1','planning.deliver-1','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r1','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r1','planning.deliver-3','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r2','planning.deliver-1','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r2','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r3','planning.deliver-1','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r3','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','r1','planning.deliver-1','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','r1','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','r2','planning.deliver-1','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','r2','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','r3','planning.deliver-1','as-is','rated',3,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r1','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r1','planning.deliver-3','as-is','rated',1,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r1','planning.ownership','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r2','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r2','planning.deliver-3','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r2','planning.ownership','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r3','planning.deliver-2','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r3','planning.deliver-3','as-is','rated',2,NULL);
INSERT INTO "rating" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r3','planning.ownership','as-is','rated',2,NULL);
CREATE TABLE readiness (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	process_id VARCHAR(80) NOT NULL, 
	question_id VARCHAR(80) NOT NULL, 
	state VARCHAR NOT NULL, 
	note TEXT, 
	CONSTRAINT pk_readiness PRIMARY KEY (assessment_id, process_id, question_id), 
	CONSTRAINT fk_readiness_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "readiness" VALUES('everything',1,'2026-03-02 09:00:02.000000','building','sponsor','yes',NULL);
INSERT INTO "readiness" VALUES('everything',1,'2026-03-02 09:00:02.000000','planning','roles','partly',NULL);
INSERT INTO "readiness" VALUES('everything',1,'2026-03-02 09:00:02.000000','planning','sponsor','no','');
INSERT INTO "readiness" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing','roles','yes',NULL);
INSERT INTO "readiness" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing','sponsor','no',NULL);
CREATE TABLE respondent (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	role VARCHAR NOT NULL, 
	name VARCHAR, 
	unit TEXT, 
	CONSTRAINT pk_respondent PRIMARY KEY (assessment_id, id), 
	CONSTRAINT fk_respondent_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "respondent" VALUES('everything',1,'2026-03-02 09:00:02.000000','0-9','other',NULL,NULL);
INSERT INTO "respondent" VALUES('everything',1,'2026-03-02 09:00:02.000000','7f3c','practitioner',NULL,'񃟁=񭩋-');
INSERT INTO "respondent" VALUES('everything',1,'2026-03-02 09:00:02.000000','a','leadership','p-8de89f4aa48e9870','򠍟XF`');
INSERT INTO "respondent" VALUES('everything',1,'2026-03-02 09:00:02.000000','r-1','other',NULL,NULL);
INSERT INTO "respondent" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r1','leadership','p-670ce14930e13d61',NULL);
INSERT INTO "respondent" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r2','practitioner','p-136814fcfc6f07f2',NULL);
INSERT INTO "respondent" VALUES('first-round',1,'2026-03-02 09:00:03.000000','r3','leadership','p-bd14b998c01fa086',NULL);
INSERT INTO "respondent" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r1','leadership','p-be7eadbdd6232d7c',NULL);
INSERT INTO "respondent" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r2','practitioner','p-9923aa7b61bc3997',NULL);
INSERT INTO "respondent" VALUES('same-names',1,'2026-03-02 09:00:04.000000','r3','leadership','p-220f0558369b56bb',NULL);
INSERT INTO "respondent" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','r1','leadership','p-fd054e91589e9b1f',NULL);
INSERT INTO "respondent" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','r2','practitioner','p-70b8c0e049838a4a',NULL);
INSERT INTO "respondent" VALUES('no-unit',1,'2026-03-02 09:00:05.000000','r3','leadership','p-3c20fb4a74ef6e7d',NULL);
INSERT INTO "respondent" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r1','leadership','p-2119398dd1988666',NULL);
INSERT INTO "respondent" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r2','practitioner','p-bd68836425251a7f',NULL);
INSERT INTO "respondent" VALUES('other-spelling',1,'2026-03-02 09:00:06.000000','r3','leadership','p-3ea5d5a67144b42d',NULL);
INSERT INTO "respondent" VALUES('signed',1,'2026-03-02 09:00:07.000000','r1','leadership','p-7bfab99423835951',NULL);
INSERT INTO "respondent" VALUES('signed',1,'2026-03-02 09:00:07.000000','r2','practitioner','p-a64da8264eb87857',NULL);
INSERT INTO "respondent" VALUES('signed',1,'2026-03-02 09:00:07.000000','r3','leadership','p-ba2498cccce333b6',NULL);
CREATE TABLE roadmap_settings (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	pain_weight FLOAT NOT NULL, 
	importance_weight FLOAT NOT NULL, 
	leverage_weight FLOAT NOT NULL, 
	wave_count INTEGER NOT NULL, 
	capacity JSON, 
	wave_months INTEGER NOT NULL, 
	start DATE, 
	person_days_per_point FLOAT, 
	cost_per_point FLOAT, 
	currency VARCHAR NOT NULL, 
	pins JSON NOT NULL, 
	efforts JSON NOT NULL, 
	linkages JSON NOT NULL, 
	CONSTRAINT pk_roadmap_settings PRIMARY KEY (assessment_id), 
	CONSTRAINT fk_roadmap_settings_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "roadmap_settings" VALUES('everything',1,'2026-03-02 09:00:02.000000',6.89035235297875374264e+02,5.9604644775390625e-08,6.12912812185172242588e+02,8,'[108, 246, 811, 372, 221, 217, 945, 402]',8,'2071-06-06',1.015,6.22042050650447777117e+02,'USD','[{"process_id": "planning", "to_level": 5, "wave": 5}, {"process_id": "releasing", "to_level": 4, "wave": 12}, {"process_id": "releasing", "to_level": 1, "wave": 11}]','[{"process_id": "building", "to_level": 1, "point_count": 75}]','[{"linkage_id": "releasing-to-planning", "strength": null, "is_hard": false}, {"linkage_id": "building-to-releasing", "strength": null, "is_hard": null}]');
CREATE TABLE sample (
	file_name VARCHAR(255) NOT NULL, 
	assessment_id VARCHAR(64) NOT NULL, 
	loaded_at DATETIME NOT NULL, 
	CONSTRAINT pk_sample PRIMARY KEY (file_name)
);
INSERT INTO "sample" VALUES('sample.json','first-round','2026-03-02 09:00:10.000000');
CREATE TABLE snapshot (
	assessment_id VARCHAR(64) NOT NULL, 
	hash VARCHAR NOT NULL, 
	content TEXT NOT NULL, 
	approver VARCHAR, 
	signed_at DATETIME NOT NULL, 
	CONSTRAINT pk_snapshot PRIMARY KEY (assessment_id), 
	CONSTRAINT fk_snapshot_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "snapshot" VALUES('signed','2bd6d840e34a96864d89ed3ca51a5d5a217df4006830fbb7e5b403dbe2a09d12','{
  "assessment": {
    "agreed": [],
    "assignments": [],
    "critical_services": [],
    "flags": [],
    "header": {
      "anonymity_floor": 3,
      "asks_to_be": false,
      "assessed_on": "2023-05-01",
      "carry_percent": 67.5,
      "copied_from": null,
      "default_target_level": 3,
      "depth": "full",
      "framework": {
        "content_hash": "01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075",
        "id": "tiny",
        "version": "1.0.0"
      },
      "id": "signed",
      "is_fictional": false,
      "name": "Signed",
      "organisation": "invented ltd",
      "scenario_id": null,
      "state": "signed-off",
      "unit": "South"
    },
    "linkage_ratings": [],
    "notes": [],
    "opinions": [],
    "owners": [],
    "ratings": [],
    "readiness": [],
    "respondents": [
      {
        "id": "r1",
        "name": "Person 1",
        "role": "leadership",
        "unit": null
      },
      {
        "id": "r2",
        "name": "Person 2",
        "role": "practitioner",
        "unit": null
      },
      {
        "id": "r3",
        "name": "Person 3",
        "role": "leadership",
        "unit": null
      }
    ],
    "roadmap": {
      "capacity": null,
      "cost_per_point": null,
      "currency": "EUR",
      "efforts": [],
      "importance_weight": 0.3,
      "leverage_weight": 0.2,
      "linkages": [],
      "pain_weight": 0.5,
      "person_days_per_point": null,
      "pins": [],
      "start": null,
      "wave_count": 4,
      "wave_months": 3
    },
    "scope": [
      "planning",
      "building",
      "releasing"
    ],
    "sourcing": [],
    "targets": [],
    "technology": [],
    "transitions": []
  },
  "format": "plumbline-assessment",
  "format_version": 1,
  "framework": {
    "content_hash": "01007fb073c51da8fffa6375d402c36e96639bf2f7caf0b490131cc1516c1075",
    "id": "tiny",
    "version": "1.0.0"
  }
}
','p-b06e140e434f12df','2026-03-02 09:00:09.000000');
CREATE TABLE sourcing (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	process_id VARCHAR(80) NOT NULL, 
	mode_id VARCHAR NOT NULL, 
	nature VARCHAR, 
	candidate VARCHAR NOT NULL, 
	interface TEXT, 
	CONSTRAINT pk_sourcing PRIMARY KEY (assessment_id, process_id), 
	CONSTRAINT fk_sourcing_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "sourcing" VALUES('everything',1,'2026-03-02 09:00:02.000000','building','mixed',NULL,'outsource','none');
INSERT INTO "sourcing" VALUES('everything',1,'2026-03-02 09:00:02.000000','planning','in-house','commodity','outsource',NULL);
INSERT INTO "sourcing" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing','in-house',NULL,'outsource','Ä');
CREATE TABLE target (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	process_id VARCHAR(80) NOT NULL, 
	level INTEGER NOT NULL, 
	rationale TEXT, 
	approver VARCHAR, 
	cells JSON NOT NULL, 
	CONSTRAINT pk_target PRIMARY KEY (assessment_id, process_id), 
	CONSTRAINT fk_target_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "target" VALUES('everything',1,'2026-03-02 09:00:02.000000','building',3,NULL,'p-63ca796b1ced8554','[]');
INSERT INTO "target" VALUES('everything',1,'2026-03-02 09:00:02.000000','planning',4,'é;',NULL,'[{"attribute_id": "definition", "code": 1}]');
INSERT INTO "target" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing',5,NULL,NULL,'[{"attribute_id": "continuous-improvement", "code": 4}, {"attribute_id": "delivery", "code": 0}, {"attribute_id": "definition", "code": 3}]');
CREATE TABLE technology (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	process_id VARCHAR(80) NOT NULL, 
	tool TEXT, 
	as_is INTEGER, 
	to_be INTEGER, 
	CONSTRAINT pk_technology PRIMARY KEY (assessment_id, process_id), 
	CONSTRAINT fk_technology_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "technology" VALUES('everything',1,'2026-03-02 09:00:02.000000','building',NULL,5,NULL);
INSERT INTO "technology" VALUES('everything',1,'2026-03-02 09:00:02.000000','planning','𜫪1g',NULL,NULL);
INSERT INTO "technology" VALUES('everything',1,'2026-03-02 09:00:02.000000','releasing',NULL,NULL,0);
CREATE TABLE transition_place (
	assessment_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DATETIME NOT NULL, 
	transition_id VARCHAR(80) NOT NULL, 
	as_is INTEGER, 
	to_be INTEGER, 
	note TEXT, 
	CONSTRAINT pk_transition_place PRIMARY KEY (assessment_id, transition_id), 
	CONSTRAINT fk_transition_place_assessment_id_assessment FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
INSERT INTO "transition_place" VALUES('everything',1,'2026-03-02 09:00:02.000000','craft-to-system',NULL,2,NULL);
CREATE INDEX ix_assessment_framework_content_hash ON assessment (framework_content_hash);
COMMIT;
