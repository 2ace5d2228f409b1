# A menu; CONTRIBUTING.md gives each line as a plain mvn command, and nothing exists only here.
menu:           ; @grep -E '^[a-z-]+:' Makefile | cut -d: -f1 | tail -n +2
quickstart:     ; mvn -q -B -ntp verify -Pquickstart
verify:         ; mvn -B -ntp verify
test:           ; mvn -B -ntp test
format:         ; mvn -q spotless:apply
docs:           ; mvn -q -pl maven-plugin test -Dtest=DocumentationTest -Dtidegate.golden=update
golden:         ; mvn -q -pl maven-plugin test -Dtidegate.golden=update
it:             ; mvn -B -ntp verify -DskipTests -Dinvoker.test=$(IT)
corpus:         ; mvn -B -ntp test -Pcorpus -pl maven-plugin -Dcorpus=$(CORPUS)
endurance:      ; mvn -B -ntp test -Pendurance -pl maven-plugin -Dtidegate.kills=100 -Dtidegate.rounds=50
bench:          ; mvn -B -ntp install -DskipTests -Dinvoker.skip && mvn -B -ntp test -Pbench -pl maven-plugin
maven-versions: ; mvn -B -ntp verify -DskipTests -Pmaven-versions
reproducible:   ; mvn -B -ntp clean install -DskipTests -Dinvoker.skip && mvn -B -ntp clean verify artifact:compare -DskipTests -Dinvoker.skip
lint-workflows: ; mvn -q -pl action test -Dtest='Workflow*Test'
image:          ; docker build -t tidegate .
